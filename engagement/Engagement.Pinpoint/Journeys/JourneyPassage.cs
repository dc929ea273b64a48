using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Sending;

namespace Engagement.Pinpoint.Journeys;

/// <summary>
/// Decides how a participant goes on at a moment of a journey. What the journeys know of the customer is the truth, by the same rules as on
/// other platforms; Pinpoint's journey is its clock. A message is claimed by the answer that has Pinpoint send it. The same question again
/// gets the same answer, because Pinpoint asks three times where an answer does not come.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="book">The journeys.</param>
/// <param name="question">What is asked.</param>
/// <param name="runner">Id of Pinpoint's journey that asks.</param>
/// <param name="participant">Who it asks about.</param>
/// <param name="now">When it asks.</param>
public sealed class JourneyPassage(
    CustomerJourneyRules rules,
    JourneyBook book,
    JourneyQuestion question,
    string runner,
    JourneyParticipant participant,
    DateTimeOffset now)
{
    /// <summary>How long after a claim the question that led to it is answered in the same way.</summary>
    public static readonly TimeSpan SameAnswer = TimeSpan.FromMinutes(2);

    private readonly Journey? journey = book.Find(question.Journey, question.Version);

    /// <summary>How the participant goes on.</summary>
    /// <param name="customer">What the journeys know of the customer.</param>
    public JourneyStepAnswer Decide(CustomerJourneys customer) =>
        journey is null || EntryOf(customer) is not { } entry || entry.Version != question.Version ? new(customer, [], null)
        : entry.Runner is null ? (question.IsFirst ? Confirm(customer, entry) : new(customer, [], null))
        : entry.Runner != runner ? new(customer, [], null)
        : JourneyWays.LeadTo(journey, question.Moment, entry.Position) ? Repeat(customer, entry)
        : ArrivalOf(entry) is { } arrival ? Advance(customer, entry, arrival > now ? arrival : now)
        : new(customer, [], null);

    private Enrollment? EntryOf(CustomerJourneys customer) => customer.Enrollments.GetValueOrDefault(question.Journey);

    private JourneyStepAnswer Confirm(CustomerJourneys customer, Enrollment entry)
    {
        var confirmed = entry with { Runner = runner, Due = now };
        var entered = customer with
        {
            Enrollments = With(customer.Enrollments, confirmed),
            LastEntered = new Dictionary<string, DateTimeOffset>(customer.LastEntered, StringComparer.Ordinal)
            {
                [entry.Journey] = entry.Since,
            },
        };
        var answer = Advance(entered, confirmed, now);
        return answer with { Notes = [Note(entry, JourneyOutcome.Entered), .. answer.Notes] };
    }

    private JourneyStepAnswer Repeat(CustomerJourneys customer, Enrollment entry) =>
        entry.Claim is not { } claim ? Advance(customer, entry, now)
        : now - claim.At <= SameAnswer ? new(customer, [], JourneyAnswer.To(entry.Position))
        : new(customer, [], null);

    // When the entry comes to the moment by the journey's plan; null when it does not come to it next. Pinpoint's clock counts from when it
    // got the event, and so comes later.
    private DateTimeOffset? ArrivalOf(Enrollment entry)
    {
        var passed = entry.Position;
        var arrival = entry.Anchor;
        if (passed.In(journey!) is JourneyStep.Send && JourneyWays.After(journey!, passed) is { } after)
        {
            if (after == question.Moment)
            {
                return arrival;
            }

            passed = after;
        }

        return passed.In(journey!) is JourneyStep.Wait wait && JourneyWays.After(journey!, passed) == question.Moment
            ? arrival + wait.Time
            : null;
    }

    private JourneyStepAnswer Advance(CustomerJourneys customer, Enrollment entry, DateTimeOffset at)
    {
        var settled = Settle(customer, entry);
        var decision = rules.Advance(settled with { Enrollments = Only(EntryOf(settled)! with { Due = at }) }, participant, book, at);
        return Answer(customer, decision, at);
    }

    // A participant who was led to a message has got it from Pinpoint by now.
    private CustomerJourneys Settle(CustomerJourneys customer, Enrollment entry)
    {
        if (entry.Claim is not { } claim)
        {
            return customer;
        }

        var message = new JourneyMessage(entry.Journey, entry.Id, entry.Version, entry.Position, claim, rules.Messages.TopicOf(journey!));
        return rules.Settle(customer, message, new SendOutcome.Sent(""), now).Customer;
    }

    private JourneyStepAnswer Answer(CustomerJourneys before, JourneyDecision decision, DateTimeOffset at)
    {
        var left = before.Enrollments.Where(each => each.Key != question.Journey).ToDictionary(StringComparer.Ordinal);
        if (EntryOf(decision.Customer) is not { } entry)
        {
            return new(decision.Customer with { Enrollments = left }, decision.Notes, null);
        }

        var isPutOff = decision.Message is null && entry.Position.In(journey!) is JourneyStep.Send;
        if (isPutOff && question.Again)
        {
            // The hours that were waited for have passed: there is no second wait for them.
            return new(
                decision.Customer with { Enrollments = left },
                [.. decision.Notes, Note(entry, JourneyOutcome.Left, JourneyReason.Between)],
                null);
        }

        var answer = isPutOff ? JourneyAnswer.Wait(entry.Due - at) : JourneyAnswer.To(entry.Position);
        left[entry.Journey] = entry with { Due = NextQuestion(entry, at) };
        return new(
            decision.Customer with { Enrollments = left },
            decision.Message is null ? decision.Notes : [.. decision.Notes, Note(entry, JourneyOutcome.Sent)],
            answer);
    }

    // By when Pinpoint asks next at the latest. An entry that it does not ask for by then has ended there.
    private DateTimeOffset NextQuestion(Enrollment entry, DateTimeOffset at)
    {
        var step = entry.Position.In(journey!);
        var after = step is JourneyStep.Send ? JourneyWays.After(journey!, entry.Position) : entry.Position;
        return entry.Claim is null && step is JourneyStep.Send ? entry.Due + JourneyTimes.Lateness
            : after is null ? at + SameAnswer
            : after.Value.In(journey!) is JourneyStep.Wait wait ? at + wait.Time + JourneyTimes.Lateness
            : at + JourneyTimes.Lateness;
    }

    private JourneyNote Note(Enrollment entry, JourneyOutcome outcome, string? reason = null) => new(
        now,
        entry.Journey,
        entry.Version,
        entry.Id,
        outcome == JourneyOutcome.Entered ? "" : entry.Position.Text,
        outcome,
        reason,
        outcome == JourneyOutcome.Entered ? null : (entry.Position.In(journey!) as JourneyStep.Send)?.Template);

    private static Dictionary<string, Enrollment> Only(Enrollment entry) => new(StringComparer.Ordinal) { [entry.Journey] = entry };

    private static Dictionary<string, Enrollment> With(IReadOnlyDictionary<string, Enrollment> entries, Enrollment entry) =>
        new(entries, StringComparer.Ordinal) { [entry.Journey] = entry };
}
