using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Checks the image the SDK is about to make: reads its base from the registry, holds base, user, tags, ports,
/// environment and labels against the rules, pins the base to what was read, and completes the labels. It runs before
/// anything is pushed.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckContainer : DockerGuardTask
{
    /// <summary>What is kept besides what is said; see <see cref="KeptVerdict.Given"/>.</summary>
    private const string BaseDigestWord = "base", CredentialsWord = "credentials", PinnedWord = "pinned",
        LabelWord = "label", Sent = "sent", NotSent = "not sent", Moment = "a moment";

    // As the base was read, if it was.
    private BaseReading? _base;
    private string _credentials = NotSent;

    /// <summary>The project file and what it imports, in import order: where findings are placed.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary><c>ContainerBaseImage</c> as the project wrote it; empty when DockerGuard chose the base.</summary>
    public string? WrittenBaseImage { get; set; }

    public string? BaseRegistry { get; set; }

    [Required]
    public string BaseRepository { get; set; } = "";

    public string? BaseTag { get; set; }

    public string? BaseDigest { get; set; }

    /// <summary>The platforms of the image, such as <c>linux-x64</c>.</summary>
    public string[] RuntimeIdentifiers { get; set; } = [];

    public string[] ImageTags { get; set; } = [];

    public ITaskItem[] Ports { get; set; } = [];

    public ITaskItem[] Labels { get; set; } = [];

    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    public string? ContainerUser { get; set; }

    /// <summary>
    /// True when the image goes to a registry, false when it stays in the local engine or an archive.
    /// </summary>
    public bool IsPushed { get; set; }

    /// <summary>
    /// The project's <c>ContainerGenerateLabels</c>; when false the SDK writes no labels, ours included.
    /// </summary>
    public bool GeneratesLabels { get; set; } = true;

    /// <summary>
    /// Label names (without <c>org.opencontainers.image.</c>) whose <c>ContainerGenerateLabels…</c> switch is off.
    /// </summary>
    public string[] SuppressedLabels { get; set; } = [];

    public string? SourceUrl { get; set; }

    public string? SourceRevision { get; set; }

    /// <summary>True when the lint of this build has told of the waivers that have expired or are about to.</summary>
    public bool WaiversAreTold { get; set; }

    /// <summary>
    /// Where is kept what the check said, to be said again while nothing changes that it hangs on, the base's digest
    /// among it. Absolute; nowhere when empty.
    /// </summary>
    public string? VerdictPath { get; set; }

    /// <summary>The digest to build on; the written one when there is one.</summary>
    [Output]
    public string? PinnedDigest { get; set; }

    /// <summary>All labels of the image, the project's and the completed ones.</summary>
    [Output]
    public ITaskItem[] CompleteLabels { get; set; } = [];

    private protected override string CheckName => SarifLog.Container;

    /// <summary>The lint of the same build has told of it, as of the waivers.</summary>
    private protected override bool DayIsTold => WaiversAreTold;

    /// <summary>The log of the Dockerfiles is another check's.</summary>
    private protected override string SarifPath(string path) =>
        Path.ChangeExtension(path, "container" + Path.GetExtension(path));

    private protected override void Guard()
    {
        PinnedDigest = BaseDigest;
        if (Labels.Any(label => label.ItemSpec == ContainerState.LabelName))
        {
            throw new InvalidSettingException(
                $"ContainerLabel has a label '{ContainerState.LabelName}', which DockerGuard keeps for itself; give it "
                    + "another name");
        }

        if (BaseReference() is not { } reference) return;
        var timeout = Setting.Seconds("DockerGuardRegistryTimeout", otherwise: 30, most: 600);
        var registry = Project.Get("ContainerRegistry");
        var reader = Setting.Flag("DockerGuardReadBaseImage", otherwise: true)
            ? new Lazy<IBaseImageReader>(() => BaseImageReaders.Create(registry, timeout))
            : null;
        var keeper = Keeper();
        var failure = default(BaseReading);
        if (keeper?.Last(EngineWarnings) is { } kept)
        {
            var now = Now(reference, reader, kept);
            if (now.Problem is null && kept.ValuesOf(BaseDigestWord).Contains(now.Digest ?? ""))
            {
                Repeat(kept);
                return;
            }

            // A registry that has just failed to answer is not asked once more.
            if (now.Problem is not null) failure = now;
        }

        Check(reference, keeper, reader is null ? null : failure is null
            ? ReadingOf(reference, reader)
            : _ => Task.FromResult(failure));
    }

    /// <summary>What the base's name means now, as far as it must be asked: a digest means the same for ever.</summary>
    private BaseReading Now(ImageReference reference, Lazy<IBaseImageReader>? reader, KeptVerdict kept) =>
        reader is null || reference.Digest is not null
            ? new BaseReading([], reader is null ? null : reference.Digest)
            : reader.Value.ReadDigest(reference, kept.ValuesOf(CredentialsWord).Contains(Sent), Cancellation);

    /// <summary>How the base is read, when the policy has judged whether and how its registry is asked.</summary>
    private Func<bool, Task<BaseReading>> ReadingOf(ImageReference reference, Lazy<IBaseImageReader> reader)
    {
        // Made ready while the policy is read; it asks nobody before.
        var ready = Task.Run(() => reader.Value);
        // A thread of its own, which waits for the answers, for the pool's are wanted where they come in.
        return withCredentials => Task.Factory.StartNew(
            () =>
            {
                // What credentials are found in is nothing that the answer hangs on.
                using var away = SeenFiles.LookAway();
                var read = ready.GetAwaiter().GetResult()
                    .Read(reference, RuntimeIdentifiers, withCredentials, Cancellation);
                (_base, _credentials) = (read, withCredentials ? Sent : NotSent);
                return read;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private void Check(ImageReference reference, VerdictKeeper? keeper, Func<bool, Task<BaseReading>>? readBase)
    {
        using var seen = SeenFiles.Watch();
        var said = Reporter.Told.Count;
        _base = null;
        var checkedImage = ContainerCheck.Run(new ContainerCheckInput
        {
            Policy = PolicyRequest,
            Warnings = Warnings,
            Container = FactsOf(reference),
            Project = Project,
            Elements = ProjectElements.Load(ProjectFiles.Select(file => file.GetMetadata("FullPath"))),
            ReadBase = readBase,
            PinsBase = Setting.Flag("DockerGuardPinBaseImage", otherwise: true),
            WaiversAreTold = WaiversAreTold,
        });
        Reporter.Report(checkedImage.Verdict);
        if (checkedImage.Verdict.Summary is { } summary) Reporter.Say(summary);
        if (checkedImage.Labels is not { } labels) return;
        PinnedDigest = checkedImage.PinnedDigest;
        CompleteLabels = [.. labels.Select(label => MSBuildItem.Create(new(label.Key, label.Value)))];
        var isKnown = readBase is null || _base is { Problem: null, Digest: not null };
        List<ToldLine> told = [.. Reporter.Told.Skip(said)];
        var isTimeless = !Labels.Where(IsMoment).Any(label => told.Exists(line => line.Message.Contains(Value(label))));
        if (keeper is null || !isKnown || !isTimeless || seen.All is not { } files || Reporter.HasErrors) return;
        keeper.Keep(files, EngineWarnings, told,
        [
            [BaseDigestWord, _base?.Digest ?? ""],
            [CredentialsWord, _credentials],
            [PinnedWord, PinnedDigest ?? ""],
            .. labels.Select(label => new[] { LabelWord, label.Key, label.Value, PlaceOfMoment(label) }),
        ]);
    }

    private void Repeat(KeptVerdict kept)
    {
        foreach (var line in kept.Told) Reporter.Tell(line);
        PinnedDigest = kept.ValuesOf(PinnedWord).SingleOrDefault(static digest => digest.Length > 0);
        CompleteLabels =
        [
            .. kept.FieldsOf(LabelWord).Select(label => MSBuildItem.Create(new(
                label[1],
                label[3].Length > 0 ? Value(Labels[int.Parse(label[3], CultureInfo.InvariantCulture)]) : label[2]))),
        ];
    }

    /// <summary>Which of the labels says the moment that is one's value; the next publish has another. Or "".</summary>
    private string PlaceOfMoment(ImageLabel label)
    {
        var place = Array.FindLastIndex(
            Labels, own => own.ItemSpec == label.Key && Value(own) == label.Value && IsMoment(own));
        return place < 0 ? "" : place.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// True for the moment of this publish, as the SDK writes it: no rule tells one from another, and nothing could be
    /// kept if it were part of the question.
    /// </summary>
    private static bool IsMoment(ITaskItem label) =>
        label.ItemSpec.EndsWith(".created", StringComparison.Ordinal)
            && Value(label).EndsWith("Z", StringComparison.Ordinal)
            && DateTime.TryParseExact(
                Value(label), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static string Value(ITaskItem label) => label.GetMetadata("Value");

    private VerdictKeeper? Keeper()
    {
        if (KeeperAt(VerdictPath) is not { } keeper) return null;
        keeper.Ask(nameof(ProjectFiles), ProjectFiles, "FullPath");
        keeper.Ask(nameof(RuntimeIdentifiers), RuntimeIdentifiers);
        keeper.Ask(nameof(ImageTags), ImageTags);
        keeper.Ask(nameof(Ports), Ports, "Type");
        foreach (var label in Labels)
            keeper.Ask(nameof(Labels), [label.ItemSpec, IsMoment(label) ? Moment : Value(label)]);
        keeper.Ask(nameof(EnvironmentVariables), EnvironmentVariables, "Value");
        keeper.Ask(nameof(SuppressedLabels), SuppressedLabels);
        keeper.Ask(nameof(CheckContainer),
        [
            WrittenBaseImage ?? "", BaseRegistry ?? "", BaseRepository, BaseTag ?? "", BaseDigest ?? "",
            ContainerUser ?? "", SourceUrl ?? "", SourceRevision ?? "",
            $"{IsPushed} {GeneratesLabels} {WaiversAreTold}",
        ]);
        return keeper;
    }

    private ContainerFacts FactsOf(ImageReference baseImage) => new()
    {
        ProjectFile = ProjectFile,
        BaseImage = baseImage,
        WrittenBaseImage = WrittenBaseImage,
        RuntimeIdentifiers = RuntimeIdentifiers,
        Tags = ImageTags,
        IsPushed = IsPushed,
        User = ContainerUser,
        Ports = [.. Ports.Select(static item => new WrittenPort(item.ItemSpec, item.GetMetadata("Type")))],
        Environment =
        [
            .. EnvironmentVariables.Select(
                static item => new EnvironmentVariable(item.ItemSpec, item.GetMetadata("Value"))),
        ],
        Labels = [.. Labels.Select(static item => new ImageLabel(item.ItemSpec, item.GetMetadata("Value")))],
        GeneratesLabels = GeneratesLabels,
        SuppressedLabels = SuppressedLabels,
        SourceUrl = SourceUrl,
        SourceRevision = SourceRevision,
    };

    private ImageReference? BaseReference()
    {
        var text = string.IsNullOrEmpty(BaseRegistry) ? BaseRepository : $"{BaseRegistry}/{BaseRepository}";
        if (!string.IsNullOrEmpty(BaseTag)) text += ":" + BaseTag;
        if (!string.IsNullOrEmpty(BaseDigest)) text += "@" + BaseDigest;
        if (ImageReference.TryParse(text, out var reference)) return reference;
        Reporter.Report(
            ToolDiagnostics.InvalidProperty,
            Origin.StartOf(ProjectFile),
            $"ContainerBaseImage {Sentence.Quote(text)} is not an image reference");
        return null;
    }
}
