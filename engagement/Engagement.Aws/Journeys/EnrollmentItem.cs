using Amazon.DynamoDBv2.Model;
using Engagement.Journeys;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>An entry as a part of its customer's item, see <see cref="CustomerJourneysItem"/>.</summary>
internal static class EnrollmentItem
{
    private const string Id = "id";
    private const string At = "at";
    private const string Since = "since";
    private const string Version = "version";
    private const string Step = "step";
    private const string Anchor = "anchor";
    private const string Due = "due";
    private const string Sent = "sent";
    private const string Runner = "runner";
    private const string Claim = "claim";
    private const string Template = "template";

    public static AttributeValue From(Enrollment entry)
    {
        var fields = new Dictionary<string, AttributeValue>
        {
            [Id] = Text(entry.Id),
            [At] = CustomerJourneysItem.Instant(entry.At),
            [Since] = CustomerJourneysItem.Instant(entry.Since),
            [Version] = Text(entry.Version),
            [Step] = Text(entry.Position.Text),
            [Anchor] = CustomerJourneysItem.Instant(entry.Anchor),
            [Due] = CustomerJourneysItem.Instant(entry.Due),
            [Sent] = new() { L = [.. entry.Sent.Select(Text)], IsLSet = true },
        };
        if (entry.Runner is { } runner)
        {
            fields[Runner] = Text(runner);
        }

        if (entry.Claim is { } claim)
        {
            fields[Claim] = Map(new() { [Template] = Text(claim.Template), [At] = CustomerJourneysItem.Instant(claim.At) });
        }

        return Map(fields);
    }

    public static Enrollment Read(string journey, Dictionary<string, AttributeValue> fields) => new()
    {
        Journey = journey,
        Id = fields[Id].S,
        At = InstantOf(fields[At]),
        Since = InstantOf(fields[Since]),
        Version = fields[Version].S,
        Position = new(fields[Step].S),
        Anchor = InstantOf(fields[Anchor]),
        Due = InstantOf(fields[Due]),
        Sent = [.. (fields[Sent].L ?? []).Select(each => each.S)],
        Runner = fields.GetValueOrDefault(Runner)?.S,
        Claim = fields.TryGetValue(Claim, out var claim) ? new(claim.M[Template].S, InstantOf(claim.M[At])) : null,
    };
}
