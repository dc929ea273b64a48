using System.Text.Json;
using Amazon.Lambda.Core;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Publishing;
using Engagement.Functions;
using Engagement.Services;

namespace PublishCompanyEvent;

/// <summary>Takes company events from the bus and from the route, and tells the two apart by their form.</summary>
internal sealed class PublishCompanyEventHandler(CompanyEventRules rules, CompanyEventPublisher publisher, TimeProvider time)
{
    /// <returns>What the API answers; null for the bus, which awaits nothing.</returns>
    /// <exception cref="ServiceException">An event from the bus was not handed on: Lambda hands it in again.</exception>
    public async Task<GatewayAnswer?> HandleAsync(JsonElement payload, Deadline deadline)
    {
        if (GatewayRequest.Read(payload) is { } request)
        {
            return await AnswerAsync(request, deadline.Cancellation);
        }

        await publisher.PublishAsync(rules.DecideBusEvent(payload, time.GetUtcNow()), deadline.Cancellation);
        return null;
    }

    private async Task<GatewayAnswer> AnswerAsync(GatewayRequest request, CancellationToken cancellation)
    {
        var decision = Decide(request);
        try
        {
            return await publisher.PublishAsync(decision, cancellation) switch
            {
                Publication.Published published => Receipt(202, published.Id),
                Publication.Repeated repeated => Receipt(200, repeated.Id),
                Publication.Refused refused => Errors(400, refused.Problems),
                _ => throw new InvalidOperationException("A publication is none of Published, Repeated and Refused."),
            };
        }
        catch (ServiceException) when (decision is CompanyEventAccepted accepted)
        {
            // With its id the caller can send the event again without fear of a second one.
            return Errors(503, [new("id", $"the event could not be handed on just now; send it again with the id '{accepted.Event.Id}'")]);
        }
    }

    private CompanyEventDecision Decide(GatewayRequest request)
    {
        if (RequestRules.Objection(request) is { } problem)
        {
            return new CompanyEventRefused([problem]);
        }

        var decision = rules.DecideRequest(request.Body, request.Id, time.GetUtcNow());
        return decision is CompanyEventAccepted accepted
            ? accepted with { Event = accepted.Event with { PublishedBy = request.Caller } }
            : decision;
    }

    private static GatewayAnswer Receipt(int status, string id) =>
        new()
        {
            StatusCode = status,
            Body = JsonSerializer.Serialize(new CompanyEventReceipt(id), CompanyEventJson.Readable.CompanyEventReceipt),
        };

    private static GatewayAnswer Errors(int status, IReadOnlyList<CompanyEventProblem> problems) =>
        new()
        {
            StatusCode = status,
            Body = JsonSerializer.Serialize(new CompanyEventErrors(problems), CompanyEventJson.Readable.CompanyEventErrors),
        };
}
