using Engagement.Infra.Configuration;

namespace Engagement.Infra.Functions;

/// <summary>What all functions of a stack have in common.</summary>
/// <param name="Settings">Memory, processor, packaging and the retention of logs.</param>
/// <param name="Artifacts">Where the code comes from.</param>
internal sealed record FunctionDefaults(HandlerSettings Settings, IHandlerArtifacts Artifacts);
