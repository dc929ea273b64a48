using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>
/// Heads and versions of journeys as items:
/// <code>
/// kind       S  "head" or "version": partition key
/// name       S  NAME of a head, NAME#VERSION of a version: sort key
/// version    S  of a head: the version that customers enter
/// opens      S  of a head: ISO 8601, UTC
/// closed     BOOL of a head
/// removed    S  of a head whose journey was taken from the definitions
/// superseded L  of a head: of M { version, until }
/// text       S  of a version: its canonical text
/// </code>
/// </summary>
internal static class JourneyBookItem
{
    public const string Kind = "kind";
    public const string Name = "name";
    public const string HeadKind = "head";
    public const string VersionKind = "version";
    private const string Version = "version";
    private const string Opens = "opens";
    private const string Closed = "closed";
    private const string Removed = "removed";
    private const string Superseded = "superseded";
    private const string Until = "until";
    private const string Text = "text";

    public static Dictionary<string, AttributeValue> KeyOf(string journey, string version) =>
        new() { [Kind] = ItemValues.Text(VersionKind), [Name] = ItemValues.Text($"{journey}#{version}") };

    public static Dictionary<string, AttributeValue> From(JourneyVersion version) =>
        new(KeyOf(version.Journey.Name, version.Id)) { [Text] = ItemValues.Text(version.Text) };

    public static Dictionary<string, AttributeValue> From(JourneyHead head)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Kind] = ItemValues.Text(HeadKind),
            [Name] = ItemValues.Text(head.Journey),
            [Version] = ItemValues.Text(head.Version),
            [Opens] = Instant(head.Opens),
            [Closed] = new() { BOOL = head.Closed },
            [Superseded] = new() { L = [.. head.Superseded.Select(From)], IsLSet = true },
        };
        if (head.Removed is { } removed)
        {
            item[Removed] = Instant(removed);
        }

        return item;
    }

    public static JourneyHead ReadHead(Dictionary<string, AttributeValue> item) => new()
    {
        Journey = item[Name].S,
        Version = item[Version].S,
        Opens = InstantOf(item[Opens]),
        Closed = item[Closed].BOOL == true,
        Removed = item.TryGetValue(Removed, out var removed) ? InstantOf(removed) : null,
        Superseded = [.. (item[Superseded].L ?? []).Select(each => new SupersededVersion(each.M[Version].S, InstantOf(each.M[Until])))],
    };

    public static JourneyVersion ReadVersion(Dictionary<string, AttributeValue> item) =>
        JourneyVersion.Parse(item[Name].S.Split('#')[1], item[Text].S);

    private static AttributeValue From(SupersededVersion version) =>
        Map(new() { [Version] = ItemValues.Text(version.Version), [Until] = Instant(version.Until) });

    private static AttributeValue Instant(DateTimeOffset at) => ItemValues.Text(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
