using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>The artifacts that the infra project's build publishes: what is really deployed.</summary>
internal sealed class PublishedArtifacts : IHandlerArtifacts
{
    /// <exception cref="DirectoryNotFoundException">The handler has not been published.</exception>
    public Archive Of(string handler, string definitionsDirectory, IReadOnlyList<string> definitionFiles) =>
        HandlerArtifact.Stage(handler, definitionsDirectory, definitionFiles);
}
