using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace Engagement.Times;

/// <summary>
/// A time zone by its IANA name, with the rules that come along with the program: a machine's own may be older, or missing.
/// </summary>
[JsonConverter(typeof(CustomerZoneConverter))]
public sealed class CustomerZone
{
    // In any case, since browsers, people and other systems write the names as they like. Offsets such as UTC+1, which NodaTime also takes,
    // are no zones.
    private static readonly FrozenDictionary<string, string> Names =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private readonly DateTimeZone zone;

    private CustomerZone(DateTimeZone zone) => this.zone = zone;

    /// <summary>UTC.</summary>
    public static CustomerZone Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>The IANA name, such as <c>Europe/Berlin</c>.</summary>
    public string Name => zone.Id;

    /// <summary>The zone of a name, in any case and with blanks around it; null when there is none.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public static CustomerZone? Find(string? name, CustomerZone? otherwise = null) =>
        name is not null && Names.TryGetValue(name.Trim(), out var id) ? new(DateTimeZoneProviders.Tzdb[id]) : otherwise;

    /// <summary>
    /// The instant at which clocks there show a time. When clocks are set back, they show a time twice: the first counts. When they are set
    /// forward, they skip a time: it becomes as much later as they are set forward.
    /// </summary>
    public DateTimeOffset InstantOf(DateTime local) =>
        zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset().ToUniversalTime();

    /// <summary>What clocks there show at an instant.</summary>
    public DateTime TimeAt(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(zone).ToDateTimeUnspecified();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
