using Engagement.Definitions;
using Engagement.Times;

namespace Engagement.Pixel;

/// <summary>Makes instants of the dates of one request.</summary>
internal sealed class DateReader
{
    /// <summary>The value that removes a date.</summary>
    public const string None = "none";

    private readonly DateDefaults defaults;

    private DateReader(DateDefaults defaults, string? zone)
    {
        this.defaults = defaults;
        Zone = CustomerZone.Find(zone);
        IsZoneUnknown = zone is not null && Zone is null;
    }

    /// <summary>The zone that the request names; null when it names none.</summary>
    public CustomerZone? Zone { get; }

    /// <summary>
    /// Whether the request names a zone that is none of IANA's. It counts as none: browsers say what their system says, such as
    /// <c>Etc/Unknown</c>.
    /// </summary>
    public bool IsZoneUnknown { get; }

    /// <param name="defaults">The plan's dates; null when it has none, and then there is no reader.</param>
    /// <param name="zone">The request's <c>tz</c>; null when it carries none or is not signed.</param>
    public static DateReader? For(DateDefaults? defaults, string? zone) => defaults is null ? null : new(defaults, zone);

    public bool IsDate(string attribute) => defaults.Attributes.Contains(attribute, StringComparer.Ordinal);

    /// <summary>Sets a date and its text.</summary>
    /// <returns>False when the value is no date.</returns>
    public bool Take(string attribute, ReadOnlySpan<char> value, Dictionary<string, string> attributes)
    {
        if (value is None)
        {
            attributes[attribute] = "";
            attributes[DateDefaults.TextOf(attribute)] = "";
            return true;
        }

        if (CustomerDate.Read(value.ToString(), Zone ?? defaults.Zone, defaults.Hour) is not { } date)
        {
            return false;
        }

        attributes[attribute] = IsoInstant.Format(date.Instant);
        attributes[DateDefaults.TextOf(attribute)] = date.Text;
        return true;
    }
}
