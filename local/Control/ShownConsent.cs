using System.Text.Json;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Topics;

namespace Engagement.Local.Control;

/// <summary>Which messages an endpoint takes.</summary>
internal sealed record ShownConsent
{
    public required string EndpointId { get; init; }

    public required string? Address { get; init; }

    /// <summary>Whether messages may go there at all.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether the customer opted out of everything there.</summary>
    public required bool HasOptedOut { get; init; }

    /// <summary><c>bounce</c> or <c>complaint</c> where the address takes no more; otherwise null.</summary>
    public required string? Suppressed { get; init; }

    /// <summary>Each topic from which customers can unsubscribe, and whether its messages are wanted there.</summary>
    public required IReadOnlyList<ShownTopic> Topics { get; init; }

    public static ShownConsent From(CustomerEndpoint endpoint, AddressConsent? consent, TopicCatalog? topics) => new()
    {
        EndpointId = endpoint.Id,
        Address = endpoint.Address,
        IsActive = endpoint.IsActive,
        HasOptedOut = endpoint.HasOptedOut,
        Suppressed = consent?.Suppression?.Value is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : null,
        Topics =
        [
            .. (topics?.Marketing ?? []).Select(
                topic => new ShownTopic(topic.Name, topic.Description, consent?.Wants(topic.Name) ?? true)),
        ],
    };
}
