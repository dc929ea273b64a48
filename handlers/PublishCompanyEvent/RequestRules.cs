using System.Net.Http.Headers;
using Engagement.CompanyEvents;

namespace PublishCompanyEvent;

/// <summary>What a request to the route must be before its body is read.</summary>
internal static class RequestRules
{
    /// <summary>Longest body in characters, 32,768: twice what the largest event takes that an announcement allows.</summary>
    public const int BodyLength = 32 * 1024;

    private const string Json = "application/json";

    /// <summary>What is wrong with the request; null when nothing is.</summary>
    public static CompanyEventProblem? Objection(GatewayRequest request) =>
        !IsJson(request.ContentType) ? new("", $"the header Content-Type must be {Json}")
        : request.IsBroken ? new("", "the body is not UTF-8 text")
        : request.Body?.Length > BodyLength ? new("", $"the body has {request.Body.Length} characters; at most {BodyLength} are possible")
        : null;

    // Who says nothing means JSON: the API takes nothing else.
    private static bool IsJson(string? contentType) =>
        contentType is null
            || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && Json.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase));
}
