using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>Where the artifacts come from that functions are deployed from.</summary>
internal interface IHandlerArtifacts
{
    /// <summary>The problem that code of some handlers is not there; null where there is none.</summary>
    /// <param name="handlers">Handler projects.</param>
    /// <param name="settings">How they are to be built.</param>
    string? Missing(IEnumerable<string> handlers, HandlerSettings settings);

    /// <param name="handler">Handler project, such as <c>RecordPixelEvents</c>.</param>
    /// <param name="settings">How it was built.</param>
    /// <param name="definitions">What the handler needs of the definitions.</param>
    Archive Create(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions);
}
