using Amazon.DynamoDBv2.Model;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Times;
using static Engagement.Aws.ItemValues;
using static Engagement.Ses.Customers.Attributes;

namespace Engagement.Ses.Campaigns;

/// <summary>
/// A campaign's run as an item of the runs' table:
/// <code>
/// id       S  the campaign's name, such as feature_release.premium.7f3a: partition key of the table
/// state    S  WAITING, SENDING, COMPLETED or INVALID
/// due      S  ISO 8601, UTC: when its pass is due; sort key of the index
/// waiting  S? "waiting", until the shares are queued: partition key of the sparse index "waiting"
/// pass     N? which time it goes through all customers, from the second on
/// problem  S? why it is INVALID
/// shares   L? once it has begun: M { page N, pass N?, position S?, done BOOL, by S?, sent N, unknown N, held N?, until S?,
///             leftOut M of N }
/// </code>
/// A state machine puts a waiting item too, without shares, and reads its state. <c>by</c> is who wrote the share last, so that a writer
/// whose answer was lost knows its own.
/// </summary>
internal static class RunItem
{
    public const string Id = "id";
    public const string State = "state";
    public const string Due = "due";
    public const string Waiting = "waiting";
    public const string Problem = "problem";
    public const string Shares = "shares";
    public const string Page = "page";
    public const string Pass = "pass";
    public const string By = "by";
    private const string Position = "position";
    private const string Done = "done";
    private const string Sent = "sent";
    private const string Unknown = "unknown";
    private const string Held = "held";
    private const string Until = "until";
    private const string LeftOut = "leftOut";

    public static Dictionary<string, AttributeValue> KeyOf(CampaignIdentity identity) => new() { [Id] = Text(identity.Name) };

    public static Dictionary<string, AttributeValue> From(CampaignRun run)
    {
        var item = KeyOf(run.Identity);
        item.Add(State, Text(NameOf(run.State)));
        item.Add(Due, Instant(run.Due));
        AddIf(item, Problem, run.Problem);
        AddIf(item, Waiting, run.State == RunState.Waiting ? Waiting : null);
        return item;
    }

    public static CampaignRun Read(Dictionary<string, AttributeValue> item) => new()
    {
        Identity = CampaignIdentity.FromName(item[Id].S)
            ?? throw new InvalidDataException("The table of runs has an item whose id is no campaign's name."),
        State = StateOf(item[State].S),
        Due = InstantOf(item[Due]),
        Pass = PassOf(item),
        Problem = item.GetValueOrDefault(Problem)?.S,
        Shares = [.. (item.GetValueOrDefault(Shares)?.L ?? []).Select(share => ShareOf(share.M))],
    };

    /// <summary>The pass that an item is in.</summary>
    public static int PassOf(Dictionary<string, AttributeValue> item) => item.TryGetValue(Pass, out var pass) ? (int)LongOf(pass) : 1;

    /// <summary>Who wrote a share last; null when nobody has since it began.</summary>
    public static string? WriterOf(Dictionary<string, AttributeValue> item, int share) =>
        item.GetValueOrDefault(Shares)?.L?.ElementAtOrDefault(share)?.M.GetValueOrDefault(By)?.S;

    public static AttributeValue From(IEnumerable<RunShare> shares) =>
        new() { L = [.. shares.Select(share => From(share))], IsLSet = true };

    public static AttributeValue From(RunShare share, string? by = null)
    {
        var fields = new Dictionary<string, AttributeValue>
        {
            [Page] = Number(share.Page),
            [Done] = new() { BOOL = share.IsDone },
            [Sent] = Number(share.Progress.Sent),
            [Unknown] = Number(share.Progress.Unknown),
            [LeftOut] = Map(share.Progress.LeftOut, Number),
        };
        AddIf(fields, Position, share.Position);
        AddIf(fields, By, by);
        if (share.Pass > 1)
        {
            fields.Add(Pass, Number(share.Pass));
        }

        if (share.Progress.HeldUntil is { } until)
        {
            fields.Add(Held, Number(share.Progress.Held));
            fields.Add(Until, Instant(until));
        }

        return Map(fields);
    }

    public static string NameOf(RunState state) => state switch
    {
        RunState.Waiting => "WAITING",
        RunState.Sending => "SENDING",
        RunState.Completed => "COMPLETED",
        RunState.Invalid => "INVALID",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static AttributeValue Instant(DateTimeOffset at) => Text(IsoInstant.FormatMilliseconds(at));

    private static RunState StateOf(string name) => name switch
    {
        "WAITING" => RunState.Waiting,
        "SENDING" => RunState.Sending,
        "COMPLETED" => RunState.Completed,
        "INVALID" => RunState.Invalid,
        _ => throw new InvalidDataException($"The table of runs has a run in the state '{name}', which no run can have."),
    };

    private static RunShare ShareOf(Dictionary<string, AttributeValue> fields) => new()
    {
        Page = (int)LongOf(fields[Page]),
        Pass = PassOf(fields),
        Position = fields.GetValueOrDefault(Position)?.S,
        IsDone = fields[Done].BOOL == true,
        Progress = new()
        {
            Sent = LongOf(fields[Sent]),
            Unknown = LongOf(fields[Unknown]),
            Held = fields.TryGetValue(Held, out var held) ? LongOf(held) : 0,
            HeldUntil = fields.TryGetValue(Until, out var until) ? InstantOf(until) : null,
            LeftOut = MapOf(fields, LeftOut).ToDictionary(reason => reason.Key, reason => LongOf(reason.Value), StringComparer.Ordinal),
        },
    };

    private static void AddIf(Dictionary<string, AttributeValue> item, string name, string? value)
    {
        if (value is not null)
        {
            item.Add(name, Text(value));
        }
    }
}
