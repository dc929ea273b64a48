using System.Collections.ObjectModel;

namespace Engagement.Customers;

/// <summary>
/// One way to reach a customer: a channel and an address, and what is known of them. Each value knows which update said it.
/// </summary>
public sealed record CustomerEndpoint
{
    /// <summary>Its id as it was spelled; ids that differ in case alone are one endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>The user that it belongs to; null when no request named one.</summary>
    public EndpointOwner? Owner { get; init; }

    /// <summary>Values by the names of <see cref="EndpointField"/>.</summary>
    public IReadOnlyDictionary<string, Stamped<string>> Fields { get; init; } = ReadOnlyDictionary<string, Stamped<string>>.Empty;

    /// <summary>Attributes of the endpoint, each with its values.</summary>
    public IReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>> Attributes { get; init; } =
        ReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>>.Empty;

    /// <summary>Numbers of the endpoint.</summary>
    public IReadOnlyDictionary<string, Stamped<double>> Metrics { get; init; } = ReadOnlyDictionary<string, Stamped<double>>.Empty;

    /// <summary>
    /// User attributes from updates that named the endpoint and no user. They hold for the user that the endpoint belongs to, from the
    /// latest update for another user on.
    /// </summary>
    public IReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>> UserAttributes { get; init; } =
        ReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>>.Empty;

    /// <summary>Where messages go; null when nothing is known.</summary>
    public string? Address => Field(EndpointField.Address) is { Length: > 0 } address ? address : null;

    /// <summary>How messages go there, such as <c>EMAIL</c>; null when nothing is known.</summary>
    public string? ChannelType => Field(EndpointField.ChannelType);

    /// <summary>The channel of the messages that can go there; null when no template has any.</summary>
    public Channel? Channel => ChannelType switch
    {
        "EMAIL" => Engagement.Channel.Email,
        "SMS" => Engagement.Channel.Sms,
        _ => null,
    };

    /// <summary>Whether the customer wants no messages there.</summary>
    public bool HasOptedOut => Field(EndpointField.OptOut) == "ALL";

    /// <summary>Whether messages may go there at all. Default: they may.</summary>
    public bool IsActive => Field(EndpointField.EndpointStatus) != "INACTIVE";

    /// <summary>Whether messages go there: active, not opted out, with an address.</summary>
    public bool IsReachable => IsActive && !HasOptedOut && Address is not null;

    /// <summary>A value by a name of <see cref="EndpointField"/>; null when nothing is known.</summary>
    public string? Field(string name) => Fields.GetValueOrDefault(name)?.Value;
}
