using System.Collections.ObjectModel;
using Engagement.Customers;
using Engagement.Definitions.Topics;

namespace Engagement.Sending;

/// <summary>A message to one endpoint of a customer, before it is rendered.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Name of the message template.</summary>
    public required string Template { get; init; }

    /// <summary>What it is about. Marketing goes out with a link by which the customer unsubscribes from the topic.</summary>
    public required Topic Topic { get; init; }

    /// <summary>The customer and the endpoint, which is reachable.</summary>
    public required CustomerMember To { get; init; }

    /// <summary>The channel of the endpoint, which says which of the template's messages it is.</summary>
    public Channel Channel => To.Endpoint.Channel ?? throw new InvalidOperationException("The endpoint has no channel.");

    /// <summary>Attributes that the template can show beside those of the endpoint, as <c>event_NAME</c>; they are not kept.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Shown { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// What the service's feedback names the message by. Names and values are 1 to 256 of the characters <c>A-Z a-z 0-9 _ -</c>, and hold
    /// nothing of the customer.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
