using System.Reflection;
using DockerGuard.Testing;
using Microsoft.Build.Framework;

namespace DockerGuard.Build.Tests;

/// <summary>An MSBuild engine that makes errors of the warnings of one code, and keeps what is logged.</summary>
public class RaisingEngine : DispatchProxy
{
    private string _raised = "";

    /// <summary>What it was given.</summary>
    public RecordingEngine Log { get; } = new();

    /// <summary>An engine that raises a code.</summary>
    public static (IBuildEngine8 Engine, RecordingEngine Log) Of(string code)
    {
        var engine = Create<IBuildEngine8, RaisingEngine>();
        var proxy = (RaisingEngine)(object)engine;
        proxy._raised = code;
        return (engine, proxy.Log);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (args is { Length: > 0 } ? args[0] : null)
        {
            case string code when targetMethod!.Name == nameof(IBuildEngine8.ShouldTreatWarningAsError):
                return code == _raised;
            case BuildErrorEventArgs error:
                Log.LogErrorEvent(error);
                break;
            case BuildWarningEventArgs warning:
                Log.LogWarningEvent(warning);
                break;
        }

        var type = targetMethod!.ReturnType;
        return type.IsValueType && type != typeof(void) ? System.Activator.CreateInstance(type) : null;
    }
}
