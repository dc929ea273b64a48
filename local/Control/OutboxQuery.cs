using Engagement.Customers;
using Engagement.Local.Platforms;

namespace Engagement.Local.Control;

/// <summary>Which messages of the outbox; what is absent excludes none.</summary>
/// <param name="Search">A part of the address, the subject, or the name of what the message is of, in any case.</param>
/// <param name="Channel">Such as <c>EMAIL</c>.</param>
/// <param name="Kind"><c>announcement</c>, <c>journey</c> or <c>reminder</c>.</param>
/// <param name="Name">The name of one of these.</param>
/// <param name="Part">The campaign of an announcement, or the time before a reminder's date.</param>
/// <param name="Customer">The id of a customer.</param>
/// <param name="Since">The first instant.</param>
/// <param name="Until">The instant after the last.</param>
/// <param name="Failed">Whether the messages are those that did not arrive.</param>
internal sealed record OutboxQuery(
    string? Search,
    string? Channel,
    string? Kind,
    string? Name,
    string? Part,
    string? Customer,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    bool? Failed)
{
    /// <summary>The messages, newest first.</summary>
    public IEnumerable<OutboxMessage> In(IRunningPlatform platform)
    {
        var isCustomers = Customer is null ? _ => true : ReachedBy(platform.Customer(Customer));
        return platform.Outbox
            .SkipWhile(message => message.At >= Until)
            .TakeWhile(message => !(message.At < Since))
            .Where(message => Fits(message) && isCustomers(message));
    }

    private static Predicate<OutboxMessage> ReachedBy(CustomerProfile? customer)
    {
        IEnumerable<CustomerEndpoint> endpoints = customer?.Endpoints.Values ?? [];
        var ids = endpoints.Select(endpoint => endpoint.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var addresses = endpoints.Select(endpoint => endpoint.Address).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return message => message.EndpointId is { } id ? ids.Contains(id) : message.Address is { } to && addresses.Contains(to);
    }

    private bool Fits(OutboxMessage message) =>
        Is(Channel, message.Channel)
            && Is(Kind, message.Origin?.Kind)
            && Is(Name, message.Origin?.Name)
            && Is(Part, message.Origin?.Part)
            && (Failed is not { } failed || failed == message.Failure is not null)
            && (Search is null || Holds(message.Address) || Holds(message.Subject) || Holds(message.Origin?.Name));

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private bool Holds(string? text) => text?.Contains(Search!, StringComparison.OrdinalIgnoreCase) == true;
}
