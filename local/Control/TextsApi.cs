using Engagement.Local.Http;
using Engagement.Local.Sms;
using Engagement.Local.Sms.Feedback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>POST /_local/texts</c>: a customer answers a text, with <c>STOP</c> or anything else.</summary>
internal static class TextsApi
{
    public static void Map(RouteGroupBuilder route, Func<SmsService> service) => route.MapPost(
        "", (HttpRequest request) => RequestBody.ReadAsync<CustomerAnswer>(request, answer => Task.FromResult(Take(answer, service()))));

    private static IResult Take(CustomerAnswer answer, SmsService service)
    {
        if (string.IsNullOrEmpty(answer.To) || answer.Body is null || PhoneNumber.Parse(answer.From ?? "") is not { } from)
        {
            return Refusal.BadRequest("from is a telephone number, to a pool or number of the account's, and body a text.");
        }

        service.Receive(answer with { From = from });
        return Results.Json(new { from, answer.To, answer.Body, optedOut = answer.OptsOut });
    }
}
