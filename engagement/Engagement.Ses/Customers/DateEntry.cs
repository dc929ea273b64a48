using System.Globalization;
using Engagement.Customers;
using Engagement.Times;

namespace Engagement.Ses.Customers;

/// <summary>That a customer has a date: an entry of the index of dates.</summary>
/// <param name="Attribute">The user attribute that holds the date.</param>
/// <param name="Date">The date.</param>
/// <param name="Zone">The customer's zone as it was given; empty when none was.</param>
/// <param name="CustomerId">The customer.</param>
internal sealed record DateEntry(string Attribute, DateTimeOffset Date, string Zone, string CustomerId)
{
    /// <summary>How much of the dates a bucket holds.</summary>
    public static readonly TimeSpan BucketLength = TimeSpan.FromDays(1);

    private const char Separator = '#';

    // Behind the separator in the order of the sort key.
    private const char AfterSeparator = '$';

    /// <summary>The bucket: the attribute, the day of the date and the shard.</summary>
    public string Bucket => BucketOf(Attribute, Date, ShardOf(CustomerId));

    /// <summary>
    /// The place within the bucket. The zone is a part of it, so that a customer who moves has an entry more and none is ever changed.
    /// </summary>
    public string Place => $"{IsoInstant.Format(Date)}{Separator}{Zone}{Separator}{CustomerId}";

    public static string BucketOf(string attribute, DateTimeOffset date, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{attribute}{Separator}{date.UtcDateTime:yyyy-MM-dd}{Separator}{shard}");

    /// <summary>The first place that an entry of a date, to the second, may have.</summary>
    public static string FirstPlaceOf(DateTimeOffset date) => IsoInstant.Format(date);

    /// <summary>Behind the last place that an entry of a date, to the second, may have.</summary>
    public static string BehindPlacesOf(DateTimeOffset date) => IsoInstant.Format(date) + AfterSeparator;

    /// <summary>The beginning of the bucket that a date is in.</summary>
    public static DateTimeOffset BeginningOf(DateTimeOffset date) =>
        new(date.UtcTicks - (date.UtcTicks % BucketLength.Ticks), TimeSpan.Zero);

    /// <summary>The entries of a customer: one for each user attribute whose first value is an instant.</summary>
    public static IEnumerable<DateEntry> From(CustomerProfile profile)
    {
        var zone = ZoneOf(profile);
        foreach (var (name, values) in profile.UserAttributes)
        {
            if (values is [{ Length: > 0 } text, ..] && char.IsAsciiDigit(text[0]) && IsoInstant.Parse(text) is { } date)
            {
                yield return new(name, date, zone, profile.Id);
            }
        }
    }

    /// <summary>The entry of a place in a bucket of an attribute.</summary>
    public static DateEntry Read(string attribute, string place)
    {
        var zone = place.IndexOf(Separator, StringComparison.Ordinal) + 1;
        var customer = place.IndexOf(Separator, zone) + 1;
        return new(attribute, IsoInstant.Parse(place[..(zone - 1)])!.Value, place[zone..(customer - 1)], place[customer..]);
    }

    // No zone of IANA's holds the separator, so that a text that does is none.
    private static string ZoneOf(CustomerProfile profile) =>
        profile.UserAttributes.GetValueOrDefault(ReservedNames.TimeZoneAttribute) is [var zone, ..] && !zone.Contains(Separator)
            ? zone
            : "";

    // FNV-1a: the same on every machine and in every version.
    private static int ShardOf(string customerId)
    {
        var hash = 2_166_136_261u;
        foreach (var character in customerId)
        {
            hash = unchecked((hash ^ character) * 16_777_619u);
        }

        return (int)(hash % IDateIndex.Shards);
    }
}
