using System;

namespace DockerGuard.Images.Builds;

/// <summary>What a build needs besides its files; each is looked for when it is first asked for.</summary>
/// <param name="program">Finds a program that is missing.</param>
/// <param name="history">Finds a version without its history.</param>
/// <param name="restore">Finds a locked restore that cannot be.</param>
internal sealed class BuildNeeds(
    Func<MissingProgram?> program, Func<MissingHistory?> history, Func<LockedRestore?> restore)
{
    private readonly Lazy<MissingProgram?> _program = new(program);
    private readonly Lazy<MissingHistory?> _history = new(history);
    private readonly Lazy<LockedRestore?> _restore = new(restore);

    public MissingProgram? Program => _program.Value;

    public MissingHistory? History => _history.Value;

    public LockedRestore? Restore => _restore.Value;
}
