using System.Collections.ObjectModel;
using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Journeys.Simulation;

/// <summary>A made-up customer, with an address that every message reaches.</summary>
public sealed class SimulatedCustomer : IJourneyCustomer
{
    private const string Id = "simulated";

    private static readonly UpdateStamp Said = new(DateTimeOffset.UnixEpoch, Id);

    private readonly JourneyMember member;

    /// <param name="userAttributes">User attributes; <c>tz</c> is the customer's zone.</param>
    /// <param name="segments">The segments that there are.</param>
    public SimulatedCustomer(IReadOnlyDictionary<string, IReadOnlyList<string>> userAttributes, SegmentCatalog segments)
    {
        var endpoint = new CustomerEndpoint
        {
            Id = Id,
            Fields = new Dictionary<string, Stamped<string>>(StringComparer.Ordinal)
            {
                [EndpointField.ChannelType] = new("EMAIL", Said),
                [EndpointField.Address] = new("customer@example.com", Said),
            },
        };
        var profile = new CustomerProfile
        {
            Id = Id,
            Attributes = userAttributes.ToDictionary(
                each => each.Key, each => new Stamped<IReadOnlyList<string>>(each.Value, Said), StringComparer.Ordinal),
            Endpoints = new Dictionary<string, CustomerEndpoint>(StringComparer.Ordinal) { [Id] = endpoint },
        };
        member = new(new(profile, endpoint), consent: null, segments, templates: ReadOnlyDictionary<string, MessageTemplate>.Empty);
    }

    /// <inheritdoc/>
    public Customer Customer => member.Customer;

    /// <inheritdoc/>
    public bool IsIn(string segment) => member.IsIn(segment);

    /// <inheritdoc/>
    public string? Objection(string template, Topic topic) => null;
}
