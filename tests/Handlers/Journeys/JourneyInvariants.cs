using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Sending;
using Engagement.Times;

namespace Handlers.Tests.Journeys;

/// <summary>What holds in each world, by the numbers of the design.</summary>
internal static class JourneyInvariants
{
    private static readonly CustomerZone Berlin = CustomerZone.Find("Europe/Berlin")!;

    /// <summary>Runs a history, and tells what does not hold.</summary>
    public static IReadOnlyList<string> Broken(GeneratedHistory history, JourneyCore core)
    {
        var world = new JourneyWorld(history, core);
        world.Run();
        return
        [
            .. TemplatesOnce(world.Log), .. OneEntryAtATime(world), .. EntriesApart(world.Log), .. NoClaimAfterTheEnd(world.Log, history),
            .. WithinLimit(world.Log), .. WithinHours(world.Log, history), .. EntriesInTime(world.Log), .. MessagesInTime(world.Log),
            .. AllSettled(world), .. OwnVersion(world.Log), .. Ended(world, history),
        ];
    }

    private static IEnumerable<string> TemplatesOnce(WorldLog log) =>
        from call in log.Calls
        where call.Outcome is SendOutcome.Sent or SendOutcome.Unknown
        group call by (call.Message.Journey, call.Message.Entry, call.Message.Claim.Template) into calls
        where calls.Count() > 1
        select $"1: {calls.Key} was sent {calls.Count()} times";

    // Also 12: who entered left for a reason, or is inside.
    private static IEnumerable<string> OneEntryAtATime(JourneyWorld world)
    {
        var inside = new HashSet<string>();
        foreach (var note in world.Log.Notes)
        {
            if (note.Outcome == JourneyOutcome.Entered && !inside.Add(note.Journey))
            {
                yield return $"2: {note.Journey} was entered twice";
            }

            if (note.Outcome == JourneyOutcome.Left && !inside.Remove(note.Journey))
            {
                yield return $"2: {note.Journey} was left and not entered";
            }
        }

        if (!inside.SetEquals(world.Stored?.Enrollments.Keys ?? []))
        {
            yield return "12: entered is not inside and left together";
        }
    }

    private static IEnumerable<string> EntriesApart(WorldLog log) =>
        from entry in log.Entries
        group entry by entry.Entry.Journey into entries
        from pair in entries.Zip(entries.Skip(1))
        where pair.First.Entry.Id != pair.Second.Entry.Id
        let apart = pair.Second.Entry.Since - pair.First.Entry.Since
        where apart <= TimeSpan.Zero || apart < pair.Second.Journey.Again
        select $"3: entries of {entries.Key} are {apart} apart";

    private static IEnumerable<string> NoClaimAfterTheEnd(WorldLog log, GeneratedHistory history) =>
        from claim in log.Claims
        let elapsed = claim.At - history.Start
        where elapsed >= history.OptsOut || elapsed >= history.Deleted
            || claim.Journey.Until.Any(until => claim.Events.Any(each => each.Type == until && each.At >= claim.Entry.Since))
        select $"4: {claim.Message} was claimed after its end";

    private static IEnumerable<string> WithinLimit(WorldLog log)
    {
        var returned = log.Calls.Where(call => call.Outcome is SendOutcome.NotSent or SendOutcome.Stopped)
            .Select(call => call.Message).ToHashSet();
        DateTimeOffset[] claims =
        [
            .. log.Claims.Where(claim => claim.Message.Topic.Kind == TopicKind.Marketing && !returned.Contains(claim.Message))
                .Select(claim => claim.At).Order(),
        ];
        return from pair in claims.Zip(claims.Skip(JourneyCatalogs.Limit.Messages))
               where pair.Second - pair.First < JourneyCatalogs.Limit.Per
               select $"5: more messages than the limit from {pair.First} to {pair.Second}";
    }

    private static IEnumerable<string> WithinHours(WorldLog log, GeneratedHistory history) =>
        from claim in log.Claims
        let local = CustomerZone.Find(history.Zone, Berlin).TimeAt(claim.At)
        where claim.Journey.Between is { } hours && !hours.Include(local.TimeOfDay)
        select $"6: {claim.Message} came at {local}";

    private static IEnumerable<string> EntriesInTime(WorldLog log) =>
        from entry in log.Entries
        where entry.Entry.Since < entry.Head.Opens || entry.At - entry.Entry.Since > TimeSpan.FromDays(1)
            || (entry.Head.Closed && entry.Entry.At == entry.Entry.Since)
        select $"7: {entry.Entry.Journey} was entered at {entry.At} by the event of {entry.Entry.Since}";

    // 9 and 10. Hours put messages off, so that only the earliest time is known of those.
    private static IEnumerable<string> MessagesInTime(WorldLog log) =>
        from claim in log.Claims
        let planned = WaitsBefore(claim.Journey.Steps, claim.Message.Position.Text.Split('.'))
        let late = claim.At - claim.Entry.Since
        where late < planned.Least || (late > planned.Most + TimeSpan.FromDays(1) && claim.Journey.Between is null)
        select $"{(late < planned.Least ? 10 : 9)}: {claim.Message} came {late} after its event, and was due after {planned}";

    private static (TimeSpan Least, TimeSpan Most) WaitsBefore(IReadOnlyList<JourneyStep> steps, ReadOnlySpan<string> position)
    {
        var index = int.Parse(position[0], System.Globalization.CultureInfo.InvariantCulture);
        var before = Waits(steps.Take(index));
        var inside = position.Length == 1 ? default : WaitsBefore(Inside(steps[index], position[1]), position[2..]);
        return (before.Least + inside.Least, before.Most + inside.Most);
    }

    private static (TimeSpan Least, TimeSpan Most) Waits(IEnumerable<JourneyStep> steps)
    {
        (TimeSpan Least, TimeSpan Most) sum = default;
        foreach (var step in steps)
        {
            var time = step is JourneyStep.Wait wait ? wait.Time : TimeSpan.Zero;
            var ways = step.Ways.Select(Waits).DefaultIfEmpty().ToList();
            sum = (sum.Least + time + ways.Min(way => way.Least), sum.Most + time + ways.Max(way => way.Most));
        }

        return sum;
    }

    private static IReadOnlyList<JourneyStep> Inside(JourneyStep step, string way) => (step, way) switch
    {
        (JourneyStep.If branch, "then") => branch.Then,
        (JourneyStep.If branch, _) => branch.Else,
        (JourneyStep.Split split, _) => split.Shares[int.Parse(way, System.Globalization.CultureInfo.InvariantCulture)].Steps,
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "The step has no ways."),
    };

    // 12: each claim was sent, refused, returned or is unknown, but for one that is under way.
    private static IEnumerable<string> AllSettled(JourneyWorld world)
    {
        var claimed = world.Log.Notes.Count(note => note.Outcome == JourneyOutcome.Claimed);
        var open = world.Stored?.Enrollments.Values.Count(entry => entry.Claim is not null) ?? 0;
        var settled = world.Log.Notes.Count(note => note.Outcome is JourneyOutcome.Sent or JourneyOutcome.Returned
            or JourneyOutcome.Unknown || note is { Outcome: JourneyOutcome.LeftOut, Reason: SendingReason.NotRendered });
        if (claimed != settled + open)
        {
            yield return $"12: {claimed} claims, {settled} settled, {open} open";
        }
    }

    private static IEnumerable<string> OwnVersion(WorldLog log) =>
        from claim in log.Claims
        where claim.Entered.Entry.Version != claim.Message.Version
            || claim.Message.Position.In(claim.Entered.Journey) is not JourneyStep.Send send
            || send.Template != claim.Message.Claim.Template
        select $"14: {claim.Message} is not of the version that was entered";

    private static IEnumerable<string> Ended(JourneyWorld world, GeneratedHistory history)
    {
        if (world.Log.Notes.Any(note => note.Reason == JourneyReason.UnknownVersion))
        {
            yield return "14: a version was dropped while a customer was in it";
        }

        if (world.Stored is { Enrollments.Count: > 0 } stored
            && world.Now > history.Start + GeneratedHistory.Length + TimeSpan.FromDays(29))
        {
            yield return $"11: {string.Join(", ", stored.Enrollments.Keys)} never ended";
        }
    }
}
