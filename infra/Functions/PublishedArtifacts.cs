using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>The artifacts that the infra project's build publishes: what is really deployed.</summary>
internal sealed class PublishedArtifacts : IHandlerArtifacts
{
    /// <exception cref="ConfigurationException">The handler has not been published like that.</exception>
    public Archive Of(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions) =>
        HandlerArtifact.Stage(handler, settings, definitions);
}
