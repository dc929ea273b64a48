using System.Collections.Concurrent;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Pulumi;

namespace Engagement.Local.Plans;

/// <summary>Artifacts by name: a plan says which code a function runs, not what its bytes are, and nothing has to be published for that.</summary>
internal sealed class NamedArtifacts : IHandlerArtifacts
{
    private readonly ConcurrentDictionary<string, string> definitions = new(StringComparer.Ordinal);

    /// <summary>The definitions that functions take with them: name → file.</summary>
    public IReadOnlyDictionary<string, string> Definitions => definitions;

    public string? Missing(IEnumerable<string> handlers, HandlerSettings settings) => null;

    public Archive Of(string handler, HandlerSettings settings, string definitionsDirectory, IReadOnlyList<string> definitionFiles)
    {
        foreach (var file in definitionFiles)
        {
            definitions[file] = Path.Combine(definitionsDirectory, file);
        }

        return new FileArchive($"artifact({string.Join(", ", [handler, .. definitionFiles.Select(file => $"definitions/{file}")])})");
    }
}
