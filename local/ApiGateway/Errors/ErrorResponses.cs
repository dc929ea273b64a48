using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Execution;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Errors;

/// <summary>
/// Renders API Gateway's own errors: the API's response for the type, else its default for 4xx or 5xx, else the built-in one.
/// </summary>
internal static class ErrorResponses
{
    private const string ContentType = "application/json";

    private static readonly ErrorResponse Nothing = new(
        null, ImmutableDictionary<string, ParameterSource>.Empty, ImmutableSortedDictionary<string, ContextText>.Empty);

    /// <summary>The answer to the caller.</summary>
    public static StageResponse Make(Invocation invocation, ApiDefinition api, GatewayError error)
    {
        var family = error.StatusCode >= 500 ? "DEFAULT_5XX" : "DEFAULT_4XX";
        var response = api.ErrorResponses.GetValueOrDefault(error.Type) ?? api.ErrorResponses.GetValueOrDefault(family) ?? Nothing;
        var templates = response.Templates.IsEmpty ? BuiltIn(error) : response.Templates;
        var (contentType, template) = templates.TryGetValue(ContentType, out var json)
            ? KeyValuePair.Create(ContentType, json)
            : templates.First();
        Note(invocation, error);
        var headers = ParameterMapping.Resolve(response.Headers, invocation);
        headers.TryAdd("Content-Type", contentType);
        headers["x-amzn-ErrorType"] = error.ErrorType;
        return new(response.StatusCode ?? error.StatusCode, headers, Encoding.UTF8.GetBytes(template.Render(invocation.Variables, "")));
    }

    private static ImmutableSortedDictionary<string, ContextText> BuiltIn(GatewayError error) =>
        Nothing.Templates.Add(ContentType, ContextText.Parse($"{{\"{error.MessageMember}\":$context.error.messageString}}"));

    private static void Note(Invocation invocation, GatewayError error)
    {
        invocation.Note("error.message", error.Message);
        invocation.Note("error.messageString", JsonSerializer.Serialize(error.Message, AwsJson.Plain));
        invocation.Note("error.responseType", error.Type);
        invocation.Note(
            "error.validationErrorString",
            error.Type == "BAD_REQUEST_PARAMETERS" ? JsonSerializer.Serialize(error.Message, AwsJson.Plain) : "");
    }
}
