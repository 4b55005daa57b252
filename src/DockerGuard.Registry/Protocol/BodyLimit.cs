namespace DockerGuard.Registry.Protocol;

/// <summary>How much of an answer is read at most.</summary>
/// <param name="Bytes">The bytes of its body.</param>
/// <param name="Sender">Who answers: "the registry".</param>
/// <param name="Content">What the answer is, and what none of it needs more for: "manifest or configuration".</param>
internal sealed record BodyLimit(int Bytes, string Sender, string Content)
{
    /// <summary>What is thrown for more.</summary>
    public RegistryException Exceeded() =>
        new(
            RegistryErrorKind.InvalidResponse,
            $"{Sender} sends more than {Wording.Size(Bytes)}, which no {Content} needs");
}
