namespace DockerGuard.Images.Builds;

/// <summary>A program that an instruction starts, and that its image does not have for sure.</summary>
/// <param name="instruction">The keyword of the instruction.</param>
/// <param name="program">The program; null where it is the shell that a command of text is given to.</param>
/// <param name="image">The image, as it is written.</param>
/// <param name="isOfHealthcheck">Whether it is started to ask for the container's health.</param>
/// <param name="origin">The place of the program, or of the keyword.</param>
public sealed class MissingCommand(
    string instruction, string? program, string image, bool isOfHealthcheck, Origin origin)
{
    public string Instruction { get; } = instruction;

    public string? Program { get; } = program;

    public string Image { get; } = image;

    public bool IsOfHealthcheck { get; } = isOfHealthcheck;

    public Origin Origin { get; } = origin;

    /// <summary>The package manager that the image has in the place of the program; null for anything else.</summary>
    public string? Manager { get; init; }
}
