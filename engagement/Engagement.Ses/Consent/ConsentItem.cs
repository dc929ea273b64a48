using Amazon.DynamoDBv2.Model;
using Engagement.Consent;
using Engagement.Customers;
using static Engagement.Aws.ItemValues;
using static Engagement.Ses.Customers.Attributes;

namespace Engagement.Ses.Consent;

/// <summary>
/// What holds for an address, as an item of the consents' table. What was said is <c>M { is, at N, by S }</c>, where <c>at</c> is in Unix
/// milliseconds and <c>by</c> the id of the request or the feedback. The address itself is not readable in it.
/// <code>
/// id         S  SHA-256 in hexadecimal of the address in small letters: partition key of the table
/// revision   N  counts the writes, for a write to be made upon the one that it read
/// suppressed M? why nothing goes there: S, bounce or complaint
/// lifted     M? { at, by }: when an operator had messages go there again
/// everything M? whether messages are wanted: BOOL
/// topics     M  the same by the topics' names
/// </code>
/// </summary>
internal static class ConsentItem
{
    public const string Id = "id";
    public const string Revision = "revision";
    private const string Suppressed = "suppressed";
    private const string Lifted = "lifted";
    private const string Everything = "everything";
    private const string Topics = "topics";
    private const string Bounce = "bounce";
    private const string Complaint = "complaint";

    public static Dictionary<string, AttributeValue> KeyOf(string key) => new() { [Id] = Text(key) };

    public static Dictionary<string, AttributeValue> From(AddressConsent consent)
    {
        var item = KeyOf(consent.Key);
        item.Add(Revision, Number(consent.Revision));
        item.Add(Topics, Map(consent.Topics, said => Stamped(said, Flag)));
        if (consent.Everything is { } everything)
        {
            item.Add(Everything, Stamped(everything, Flag));
        }

        if (consent.Suppression is { } suppression)
        {
            item.Add(Suppressed, Stamped(suppression, reason => Text(reason == SuppressionReason.Complaint ? Complaint : Bounce)));
        }

        if (consent.Lifted is { } lifted)
        {
            item.Add(Lifted, Stamp(lifted));
        }

        return item;
    }

    public static AddressConsent Read(Dictionary<string, AttributeValue> item) => new()
    {
        Key = item[Id].S,
        Revision = LongOf(item[Revision]),
        Topics = MapOf(item, Topics, said => StampedOf(said, FlagOf)),
        Everything = Said(item, Everything, FlagOf),
        Lifted = item.TryGetValue(Lifted, out var lifted) ? StampOf(lifted.M) : null,
        Suppression = Said(
            item, Suppressed, reason => reason.S == Complaint ? SuppressionReason.Complaint : SuppressionReason.Bounce),
    };

    private static Stamped<T>? Said<T>(Dictionary<string, AttributeValue> item, string name, Func<AttributeValue, T> value) =>
        item.TryGetValue(name, out var said) ? StampedOf(said.M, value) : null;

    private static AttributeValue Flag(bool value) => new() { BOOL = value };

    private static bool FlagOf(AttributeValue value) => value.BOOL is true;
}
