using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci;
using DockerGuard.Policy;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>The baseline of a build: takes accepted findings out, or writes those there are.</summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="reporter">Where errors and hints go.</param>
internal sealed class BaselineStep(string path, DiagnosticReporter reporter)
{
    /// <summary>How long another project's build may hold the file. A write takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The findings without those of the baseline; null after an error of the file has been reported.</summary>
    public LintResult? Apply(LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        if (Load() is not { } baseline) return null;
        var left = baseline.Apply(result, dockerfiles, out var stale);
        if (stale > 0)
        {
            reporter.Say($"{stale} {(stale == 1 ? "entry" : "entries")} of {Path.GetFileName(path)} match nothing any more; dotnet build -t:DockerGuardBaseline takes them out");
        }

        return left;
    }

    /// <summary>Writes the findings into the file, and gives back what a baseline cannot accept; null after an error has been reported.</summary>
    public LintResult? Update(LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        try
        {
            using var gate = new Mutex(initiallyOwned: false, GateName());
            // A build that was killed in the middle of a write leaves the file whole, so its gate is as good as an open one.
            var isMine = false;
            try
            {
                isMine = gate.WaitOne(Patience);
            }
            catch (AbandonedMutexException)
            {
                isMine = true;
            }

            if (isMine)
            {
                try
                {
                    return UpdateAlone(result, dockerfiles);
                }
                finally
                {
                    gate.ReleaseMutex();
                }
            }

            Refuse("another build holds it");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse(exception.Message);
        }

        return null;
    }

    /// <summary>Projects may share a file and build side by side: nobody else writes between this reading and this writing.</summary>
    private LintResult? UpdateAlone(LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        var before = File.Exists(path) ? Load() : Baseline.Empty(path);
        if (before is null) return null;
        var baseline = before.Update(result, dockerfiles, File.Exists);
        var text = BaselineText.Write(baseline);
        if (Encoding.UTF8.GetByteCount(text) > BaselineText.MaxBytes)
        {
            Refuse("it would be larger than 1 MiB; switch rules off that find so much");
            return null;
        }

        var isNew = AtomicFile.WriteIfChanged(path, text);
        var left = baseline.Apply(result, dockerfiles, out _);
        var count = left.Suppressed.Count - result.Suppressed.Count;
        reporter.Say($"{Path.GetFileName(path)} {(isNew ? "now accepts" : "still accepts")} {(count == 1 ? "1 finding" : $"{count} findings")} of this project");
        return left;
    }

    private Baseline? Load()
    {
        var baseline = BaselineText.Load(path, out var errors);
        reporter.Report(errors);
        return baseline;
    }

    private void Refuse(string problem) =>
        reporter.Report(ToolDiagnostics.CannotWrite, Origin.StartOf(path), $"'{Path.GetFileName(path)}' cannot be written: {problem}");

    /// <summary>One gate a file, for all processes of the machine.</summary>
    private string GateName() => "Global\\DockerGuardBaseline" + Sha256.Hex(path);
}
