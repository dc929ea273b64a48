using Engagement.Local.Http;
using Engagement.Local.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/outbox</c>: the messages that were sent, for people who look for one.</summary>
internal static class OutboxApi
{
    public static void Map(RouteGroupBuilder route, Func<IRunningPlatform> platform)
    {
        route.MapGet("", ([AsParameters] OutboxQuery query, int? limit, string? before) => Page(query.In(platform()), limit, before));
        route.MapGet("origins", () => Results.Json(Origins(platform().Outbox)));
        route.MapGet("{id}", (string id) => Find(platform(), id) is { } message ? Results.Json(Whole(message)) : NotThere(id));
        route.MapGet("{id}/html", (string id, HttpContext http) =>
            Find(platform(), id) is { Html: { } html } ? MessageDocument.Answer(html, http.Response) : NotThere(id));
    }

    private static OutboxMessage? Find(IRunningPlatform platform, string id) => platform.Outbox.FirstOrDefault(message => message.Id == id);

    private static IResult Page(IEnumerable<OutboxMessage> messages, int? limit, string? before)
    {
        var page = ListPage.From(messages, message => message.Id, limit, before);
        return Results.Json(new { messages = page.Items.Select(Line), page.Next });
    }

    private static object Line(OutboxMessage message) => new
    {
        message.Id,
        message.At,
        message.Channel,
        message.Address,
        message.EndpointId,
        message.Origin,
        Title = message.Subject ?? message.Text,
        message.Failure,
    };

    private static object Whole(OutboxMessage message) => new
    {
        message.Id,
        message.At,
        message.Channel,
        message.Address,
        message.EndpointId,
        message.Origin,
        message.From,
        message.Subject,
        HasHtml = message.Html is not null,
        message.Text,
        Parts = message.Channel == "SMS" && message.Text is { } text ? TextParts.From(text).Count : (int?)null,
        Headers = message.Headers.Select(header => new { Name = header.Key, header.Value }),
        Tags = message.Tags.Select(tag => new { Name = tag.Key, tag.Value }),
        message.Failure,
    };

    private static IEnumerable<object> Origins(IEnumerable<OutboxMessage> messages) =>
        from message in messages
        group message by message.Origin into origin
        orderby origin.Key?.Kind, origin.Key?.Name, origin.Key?.Part
        select new
        {
            Origin = origin.Key,
            Messages = origin.Count(),
            Failed = origin.Count(message => message.Failure is not null),
            Latest = origin.First().At,
        };

    private static IResult NotThere(string id) => Refusal.NotFound($"The outbox has no message '{id}', or none with HTML.");
}
