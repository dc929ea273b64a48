using Engagement.Pixel;
using Engagement.Pixel.Recording;

namespace Engagement.Pinpoint.Events;

/// <summary>The events of one endpoint in one batch, in the order of their times, and what they say of its user.</summary>
public sealed class EndpointEvents(string endpointId)
{
    /// <summary>
    /// Ids that differ in case alone are one endpoint to Pinpoint (service model, <c>UpdateEndpointRequest.EndpointId</c>).
    /// </summary>
    public static readonly StringComparer IdComparer = StringComparer.OrdinalIgnoreCase;

    private readonly List<PendingEvent> events = [];

    public string EndpointId { get; } = endpointId;

    public IReadOnlyList<PendingEvent> Events => events;

    /// <summary>What all events say together, a later one before an earlier; null when they say nothing.</summary>
    public UserUpdate? User { get; private set; }

    /// <summary>
    /// False when the event names another user: a batch holds one update an endpoint, and the two users' attributes must not mix.
    /// </summary>
    public bool TryAdd(PendingEvent pending)
    {
        var update = pending.Event.User;
        if (update is not null && User is not null)
        {
            if (update.UserId != User.UserId)
            {
                return false;
            }

            update = Merge(User, update);
            if (update.Attributes.Count > Limits.UserAttributes)
            {
                return false;
            }
        }

        User = update ?? User;
        events.Add(pending);
        return true;
    }

    private static UserUpdate Merge(UserUpdate earlier, UserUpdate later)
    {
        var attributes = new Dictionary<string, string>(earlier.Attributes, StringComparer.Ordinal);
        foreach (var (name, value) in later.Attributes)
        {
            attributes[name] = value;
        }

        return later with { Attributes = attributes };
    }
}
