using Engagement.Definitions;
using Engagement.Infra;

namespace Engagement.Local.Definitions;

/// <summary>The definitions of a deployment.</summary>
/// <param name="Stack">What the stack read.</param>
/// <param name="Files">The files that it read.</param>
internal sealed record DeployedFiles(StackDefinitions Stack, DefinitionFiles Files)
{
    /// <summary>The files that are in the folder now.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public DefinitionFiles Saved => DefinitionFiles.Read(Stack.Directory);

    /// <summary>Puts a text in the place of a file, unless a deployment would refuse the definitions then.</summary>
    /// <param name="path">A path that <see cref="DefinitionPath"/> knows.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>What would be wrong; nothing when the file is saved.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public IReadOnlyList<DefinitionError> Save(string path, string text)
    {
        var errors = Saved.With(path, text).Check(Stack.Limits);
        if (errors.Count == 0)
        {
            var file = Path.Combine(Stack.Directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return errors;
    }

    public static DeployedFiles Read(StackDefinitions stack) => new(stack, DefinitionFiles.Read(stack.Directory));
}
