using Engagement.Definitions.Journeys;

namespace Engagement.Journeys;

/// <summary>Moves a customer on where entries are due, up to one message.</summary>
internal sealed class Advancing(
    CustomerJourneys customer, MessageRules rules, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now)
{
    private readonly List<JourneyNote> notes = [];
    private CustomerJourneys customer = customer;

    public JourneyDecision Decide()
    {
        Enrollment[] due =
        [
            .. customer.Enrollments.Values.Where(entry => entry.Due <= now)
                .OrderBy(entry => entry.Due).ThenBy(entry => entry.Journey, StringComparer.Ordinal),
        ];
        foreach (var entry in due)
        {
            if (Move(entry) is { } message)
            {
                return new(customer, notes, message);
            }
        }

        return new(customer, notes);
    }

    private JourneyMessage? Move(Enrollment entry)
    {
        if (entry.Claim is { } claim)
        {
            Note(entry, JourneyOutcome.Unknown, JourneyReason.NoResult, claim.Template);
            entry = entry.Past(entry.Anchor) with { Claim = null };
        }

        var head = book.Head(entry.Journey);
        if (head is null || head.Removed is not null || entry.At < head.Opens)
        {
            return Leave(entry, JourneyReason.Removed);
        }

        return book.Find(entry.Journey, entry.Version) is { } journey ? Walk(entry, journey) : Leave(entry, JourneyReason.UnknownVersion);
    }

    private JourneyMessage? Walk(Enrollment entry, Journey journey)
    {
        while (true)
        {
            switch (entry.Position.In(journey))
            {
                case null when entry.Position.Parent is { } parent:
                    entry = entry with { Position = parent.Next };
                    break;
                case null:
                    return Leave(entry, JourneyReason.Done);
                case JourneyStep.Wait { Time: var time } when entry.Anchor + time > now:
                    return Keep(entry with { Due = entry.Anchor + time });
                case JourneyStep.Wait { Time: var time }:
                    entry = entry.Past(entry.Anchor + time);
                    break;
                case JourneyStep.If branch:
                    entry = Branch(entry, entry.Position.Branch(Holds(branch.Condition, entry)));
                    break;
                case JourneyStep.Split split:
                    entry = Branch(entry, entry.Position.Share(JourneyChance.Share(split, entry)));
                    break;
                case JourneyStep.Send send when rules.Judge(customer, entry, journey, send.Template, known, now) is var verdict:
                    if (verdict is not MessageVerdict.LeaveOut { Reason: var reason })
                    {
                        return Carry(entry, send.Template, verdict);
                    }

                    Note(entry, JourneyOutcome.LeftOut, reason, send.Template);
                    entry = entry.Past(entry.Anchor);
                    break;
            }
        }
    }

    private bool Holds(JourneyCondition condition, Enrollment entry) => condition switch
    {
        JourneyCondition.Did did => customer.HasSeen(did.Event, entry.Since),
        JourneyCondition.IsIn isIn => known?.IsIn(isIn.Segment) == true,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No branch has such a condition."),
    };

    private Enrollment Branch(Enrollment entry, StepPosition way)
    {
        Note(entry, JourneyOutcome.Branched, way.Way);
        return entry with { Position = way };
    }

    private JourneyMessage? Carry(Enrollment entry, string template, MessageVerdict verdict)
    {
        switch (verdict)
        {
            case MessageVerdict.Leave leave:
                return Leave(entry, leave.Reason, template);
            case MessageVerdict.PutOff putOff:
                Note(entry, JourneyOutcome.PutOff, JourneyReason.Between, template);
                return Keep(entry with { Anchor = putOff.Until, Due = putOff.Until });
            case MessageVerdict.Send send:
                return Claim(entry, new(entry.Journey, entry.Id, entry.Version, entry.Position, new(template, now), send.Topic));
            default:
                throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No message has such a verdict.");
        }
    }

    private JourneyMessage Claim(Enrollment entry, JourneyMessage message)
    {
        Note(entry, JourneyOutcome.Claimed, template: message.Claim.Template);
        customer = customer.Claimed(entry, message);
        return message;
    }

    private JourneyMessage? Keep(Enrollment entry)
    {
        customer = customer with { Enrollments = customer.Enrollments.With(entry.Journey, entry) };
        return null;
    }

    private JourneyMessage? Leave(Enrollment entry, string reason, string? template = null)
    {
        Note(entry, JourneyOutcome.Left, reason, template);
        customer = customer with { Enrollments = customer.Enrollments.Without(entry.Journey) };
        return null;
    }

    private void Note(Enrollment entry, JourneyOutcome outcome, string? reason = null, string? template = null) =>
        notes.Add(entry.Note(now, outcome, reason, template));
}
