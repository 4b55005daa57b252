using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>
/// A rule over the image or a stage for which hadolint, which knows neither, looks at the text. In hadolint's profile this is asked in place
/// of the rule's own check, also for a text without a <c>FROM</c>.
/// </summary>
internal interface IHadolintTextRule
{
    /// <summary>Reports what hadolint would report.</summary>
    void CheckText(Dockerfile file, FileContext context);
}
