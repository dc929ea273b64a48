using Engagement.Times;

namespace Engagement.Definitions.Reminders;

/// <summary>The hours of the day, in the customer's zone, in which a reminder may come: its <c>between</c>.</summary>
/// <param name="FromMinute">First minute of the day, 0 to 1,439.</param>
/// <param name="ToMinute">The minute after the last, at most 1,440, which is midnight.</param>
public readonly record struct AllowedHours(int FromMinute, int ToMinute)
{
    /// <summary>
    /// The shortest: two hours. Reminders go out hour by hour of UTC. In a zone that is half an hour or a quarter off, any two hours of its
    /// own hold a whole hour of UTC.
    /// </summary>
    public const int ShortestMinutes = 120;

    /// <summary>How long it is.</summary>
    public TimeSpan Length => TimeSpan.FromMinutes(ToMinute - FromMinute);

    /// <summary>Whether a time of the day is one of them.</summary>
    public bool Include(TimeSpan timeOfDay) => timeOfDay.TotalMinutes >= FromMinute && timeOfDay.TotalMinutes < ToMinute;

    /// <summary>When the next of these hours begin; null when an instant is within them.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The customer's zone.</param>
    public DateTimeOffset? NextAfter(DateTimeOffset instant, CustomerZone zone)
    {
        var local = zone.TimeAt(instant);
        if (Include(local.TimeOfDay))
        {
            return null;
        }

        var day = local.TimeOfDay.TotalMinutes < FromMinute ? local.Date : local.Date.AddDays(1);
        var first = day.AddMinutes(FromMinute);

        // When clocks were set back in between, the first time that they show it has passed.
        return zone.InstantOf(first) is var next && next > instant ? next : instant + (first - local);
    }
}
