using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Engagement.Local.Http;

/// <summary>The JSON that a request to the control API holds.</summary>
internal static class RequestBody
{
    /// <summary>What is right, for an answer to what is wrong.</summary>
    public const string Expected = "The body is JSON; send it with the header Content-Type: application/json, as 'curl --json' does.";

    /// <summary>Reads the body, and answers with what is made of it; otherwise with 415 or 400 and what is wrong.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">What is made of the body.</param>
    public static async Task<IResult> ReadAsync<T>(HttpRequest request, Func<T, Task<IResult>> answer)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return Refusal.Create(StatusCodes.Status415UnsupportedMediaType, Expected);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(
                request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted) is { } body
                ? await answer(body)
                : Refusal.BadRequest("The body is null, and not a JSON object.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException { Source: "System.Text.Json.Rethrowable" })
        {
            return Refusal.BadRequest($"The body is not the JSON that belongs here: {e.Message}");
        }
    }
}
