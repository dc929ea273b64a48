using CompatGenerator.Writing;

namespace CompatGenerator;

/// <summary>Makes all the C# files of one folder.</summary>
internal interface IGenerator
{
    /// <summary>
    /// The folder, relative to the repository and with forward slashes. Every <c>.cs</c> file in it and below is the generator's own.
    /// </summary>
    string Output { get; }

    Task<IReadOnlyList<GeneratedFile>> GenerateAsync(Workspace workspace, CancellationToken cancellation);
}
