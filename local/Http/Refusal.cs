using Microsoft.AspNetCore.Http;

namespace Engagement.Local.Http;

/// <summary>Answers of the control API that say what is wrong, in the member <c>message</c>.</summary>
internal static class Refusal
{
    /// <summary>404 of what shows the definitions, until some are deployed.</summary>
    public static IResult NoDefinitions => NotFound("No definitions are deployed.");

    /// <summary>400: what was asked for is wrong.</summary>
    public static IResult BadRequest(string message) => Create(StatusCodes.Status400BadRequest, message);

    /// <summary>404: there is no such thing.</summary>
    public static IResult NotFound(string message) => Create(StatusCodes.Status404NotFound, message);

    /// <summary>409: what is there does not allow it.</summary>
    public static IResult Conflict(string message) => Create(StatusCodes.Status409Conflict, message);

    /// <summary>An answer of any status.</summary>
    public static IResult Create(int status, string message) => Results.Json(new { message }, statusCode: status);
}
