using Engagement.Local.Faults;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary>
/// <c>/_local/faults</c>: <c>POST</c> puts a fault in force, <c>GET</c> lists those in force and what they have done, <c>DELETE</c> ends
/// them all, or the one of an id.
/// </summary>
internal static class FaultsApi
{
    // A fault is a line of JSON.
    private const int LongestBody = 16 * 1024;

    // What clients say of a text where they are told nothing; a fault is often typed by hand.
    private static readonly string[] Unset = ["application/x-www-form-urlencoded", "text/plain"];

    public static void Map(RouteGroupBuilder route, Func<FaultRegistry> faults)
    {
        route.MapGet("/faults", () => Json(faults().States));
        route.MapPost(
            "/faults", (HttpRequest request, CancellationToken cancellationToken) => AddAsync(request, faults(), cancellationToken));
        route.MapDelete("/faults", () =>
        {
            faults().Clear();
            return Results.NoContent();
        });
        route.MapDelete("/faults/{id:long}", (long id) => faults().Remove(id)
            ? Results.NoContent()
            : Results.Json(new { error = $"There is no fault {id} in force." }, statusCode: StatusCodes.Status404NotFound));
    }

    private static async Task<IResult> AddAsync(HttpRequest request, FaultRegistry faults, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType() && !IsUnset(request.ContentType))
        {
            return Results.Json(new { error = RequestBody.Expected }, statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length > LongestBody)
        {
            return Results.Json(
                new { error = $"The fault is longer than {LongestBody} bytes." }, statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return Json([faults.Add(body.ToArray())]);
        }
        catch (FaultRequestException e)
        {
            return Results.Json(new { error = e.Message, field = e.Field }, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsUnset(string? contentType) =>
        contentType is null || Unset.Contains(contentType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    private static IResult Json(IReadOnlyList<FaultState> states) => Results.Json(states, FaultJson.Default.IReadOnlyListFaultState);
}
