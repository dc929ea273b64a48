using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Gateway;
using Engagement.Infra.Platforms;

namespace Engagement.Infra.CompanyEvents;

/// <summary>What company events are made of.</summary>
internal sealed record CompanyEventsArgs
{
    public required StackSettings Settings { get; init; }

    public required DefinitionSet Definitions { get; init; }

    public required FunctionDefaults Functions { get; init; }

    public required IPlatform Platform { get; init; }

    /// <summary>
    /// API Gateway's role for logs, which the route's stage has to wait for; null where another stack of the account has it.
    /// </summary>
    public required GatewayAccount? GatewayAccount { get; init; }
}
