using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Pulumi;

namespace Engagement.Local.Plans;

/// <summary>
/// Artifacts by name: a plan says which code a function runs, not what its bytes are, and nothing has to be published for that.
/// </summary>
internal sealed class NamedArtifacts : IHandlerArtifacts
{
    public string? Missing(IEnumerable<string> handlers, HandlerSettings settings) => null;

    public Archive Create(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions) =>
        new FileArchive($"artifact({string.Join(", ", [handler, .. definitions.Select(each => $"definitions/{each.Name}")])})");
}
