using System;

namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild's multithreaded mode that a task may run in-process beside others: it uses no current directory, no
/// environment and no relative path. MSBuild finds the attribute by its full name, so it can be declared here while we
/// compile against 17.7.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
