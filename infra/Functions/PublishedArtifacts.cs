using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>The artifacts that the build of the infra project publishes, for deployments.</summary>
internal sealed class PublishedArtifacts : IHandlerArtifacts
{
    public string? Missing(IEnumerable<string> handlers, HandlerSettings settings) => HandlerArtifact.Missing(handlers, settings);

    public Archive Create(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions) =>
        new FileArchive(HandlerArtifact.Stage(handler, settings, definitions));
}
