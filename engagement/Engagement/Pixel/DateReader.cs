using Engagement.Definitions;
using Engagement.Times;

namespace Engagement.Pixel;

/// <summary>Makes instants of the dates of one request.</summary>
internal sealed class DateReader
{
    /// <summary>The value that removes a date.</summary>
    public const string None = "none";

    private readonly DateDefaults defaults;

    private DateReader(DateDefaults defaults, CustomerZone? zone) => (this.defaults, Zone) = (defaults, zone);

    /// <summary>The zone that the request names; null when it names none.</summary>
    public CustomerZone? Zone { get; }

    /// <param name="defaults">The plan's dates; null when it has none, and then there is no reader.</param>
    /// <param name="zone">The request's <c>tz</c>; null when it carries none or is not signed.</param>
    /// <param name="objection">Why the request is rejected; null when it is not.</param>
    public static DateReader? Of(DateDefaults? defaults, string? zone, out Rejection? objection)
    {
        objection = null;
        if (defaults is null)
        {
            return null;
        }

        var found = CustomerZone.Find(zone);
        if (zone is not null && found is null)
        {
            objection = new(RejectionReason.TimeZoneUnknown, $"'{ParameterNames.TimeZone}' is no IANA time zone such as Europe/Berlin");
        }

        return new(defaults, found);
    }

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
