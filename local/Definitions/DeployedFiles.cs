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

    /// <summary>Writes the files that differ from those in the folder, unless a deployment would refuse them.</summary>
    /// <param name="files">The files as they are to be.</param>
    /// <returns>What would be wrong; nothing when they are saved.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<DefinitionError> Save(DefinitionFiles files)
    {
        var errors = files.Check(Stack.Limits);
        if (errors.Count == 0)
        {
            files.WriteTo(Stack.Directory, Saved);
        }

        return errors;
    }

    public static DeployedFiles Read(StackDefinitions stack) => new(stack, DefinitionFiles.Read(stack.Directory));
}
