using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>Where the artifacts come from that functions are deployed from.</summary>
internal interface IHandlerArtifacts
{
    /// <param name="handler">Handler project, such as <c>RecordPixelEvents</c>.</param>
    /// <param name="settings">How it was built.</param>
    /// <param name="definitions">What the handler needs of the definitions.</param>
    Archive Of(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions);
}
