using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Definitions.Segments;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Journeys;

/// <summary>Answers a customers' journey how its participants go on.</summary>
public sealed class JourneyAsker(
    ICustomerJourneys customers,
    IJourneyBooks books,
    CustomerJourneyRules rules,
    JourneyReport report,
    SegmentCatalog segments,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics)
{
    // An event that comes in between, or another journey's question, writes at the same time.
    private const int MostAttempts = 5;

    // Participants at a time: a question reads and writes one item each, of 50 participants at most.
    private const int AtOnce = 10;

    private readonly JourneyWriter writer = new(customers, report);

    /// <returns>The answers by endpoint id, in the form that the journey's splits read.</returns>
    /// <exception cref="ServiceException">The store could not be asked: Pinpoint calls again.</exception>
    public async Task<JsonObject> AnswerAsync(JsonElement payload, Deadline deadline)
    {
        using var patience = deadline.Within(JourneyCall.Patience);
        if (JourneyQuestion.Parse(JsonText.Read(payload, "Data") ?? "") is { } question
            && JsonText.Read(payload, "JourneyId") is { } runner
            && await books.ReadAsync(question.Journey, question.Version, patience.Cancellation) is var book
            && book.Find(question.Journey, question.Version) is not null)
        {
            return await AnswerAsync(payload, question, runner, book, patience.Cancellation);
        }

        log.QuestionUnknown();
        metrics.Count(MetricName.JourneyQuestionsUnknown);
        return [];
    }

    private async Task<JsonObject> AnswerAsync(
        JsonElement payload, JourneyQuestion question, string runner, JourneyBook book, CancellationToken cancellation)
    {
        var answers = new JsonObject();
        foreach (var some in PayloadEndpoints.Read(payload).Where(endpoint => endpoint.Key.Length > 0).Chunk(AtOnce))
        {
            var answered = await Task.WhenAll(
                some.Select(endpoint => AnswerAsync(
                    question, runner, new JourneyParticipant(endpoint.Key, endpoint.Value, segments), book, cancellation)));
            foreach (var (endpointId, answer) in some.Select(endpoint => endpoint.Key).Zip(answered))
            {
                answers.Add(endpointId, answer);
            }
        }

        return answers;
    }

    private async Task<JsonObject?> AnswerAsync(
        JourneyQuestion question, string runner, JourneyParticipant participant, JourneyBook book, CancellationToken cancellation)
    {
        var passage = new JourneyPassage(rules, book, question, runner, participant, time.GetUtcNow());
        var step = await writer.TryDecideAsync(
            participant.Customer.EndpointId, customer => Task.FromResult(passage.Decide(customer)), MostAttempts, cancellation);
        return step is not null
            ? step.Answer
            : throw new ServiceException(ServiceFailure.Throttled, "the customer's journeys were written by others again and again");
    }
}
