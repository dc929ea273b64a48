using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.ApiGateway.Resources;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// What a function with a proxy integration is handed: payload format 1.0. As recorded in localstack's test_lambda_aws_proxy_integration;
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
/// </summary>
internal static class ProxyEvent
{
    /// <summary>The event as JSON. APIs here have no binary media types, so a body is text, and never in base64.</summary>
    public static byte[] Create(Invocation invocation)
    {
        var request = invocation.Request;
        var headers = Headers(invocation).ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var query = QueryParameters.Pairs(request.Query).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["resource"] = invocation.Variables["resourcePath"],
                ["path"] = request.Path,
                ["httpMethod"] = request.Method,
                ["headers"] = Last(headers),
                ["multiValueHeaders"] = All(headers),
                ["queryStringParameters"] = Last(query),
                ["multiValueQueryStringParameters"] = All(query),
                ["pathParameters"] = Texts(invocation.Path),
                ["stageVariables"] = Texts(invocation.Stage.Variables),
                ["requestContext"] = Context(invocation),
                ["body"] = request.Body.IsEmpty ? null : Encoding.UTF8.GetString(request.Body.Span),
                ["isBase64Encoded"] = false,
            },
            AwsJson.Plain);
    }

    /// <summary>A signature is for API Gateway alone ("Amazon API Gateway important notes").</summary>
    private static IEnumerable<KeyValuePair<string, string>> Headers(Invocation invocation) => invocation.AllHeaders.Where(header =>
        !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        && !header.Key.Equals("Connection", StringComparison.OrdinalIgnoreCase)
        && (invocation.Identity is null || !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)));

    private static JsonObject Context(Invocation invocation)
    {
        var variables = invocation.Variables;
        return new()
        {
            ["resourceId"] = ApiId.From($"{invocation.Stage.ApiId}{variables["resourcePath"]}")[..6],
            ["resourcePath"] = variables["resourcePath"],
            ["httpMethod"] = variables["httpMethod"],
            ["extendedRequestId"] = variables["extendedRequestId"],
            ["requestTime"] = variables["requestTime"],
            ["path"] = variables["path"],
            ["accountId"] = variables["accountId"],
            ["protocol"] = variables["protocol"],
            ["stage"] = variables["stage"],
            ["domainPrefix"] = variables["domainPrefix"],
            ["requestTimeEpoch"] = invocation.Started.ToUnixTimeMilliseconds(),
            ["requestId"] = variables["requestId"],
            ["identity"] = Identity(invocation),
            ["domainName"] = variables["domainName"],
            ["deploymentId"] = variables["deploymentId"],
            ["apiId"] = variables["apiId"],
        };
    }

    private static JsonObject Identity(Invocation invocation) => new()
    {
        ["cognitoIdentityPoolId"] = null,
        ["accountId"] = invocation.Identity?.AccountId,
        ["cognitoIdentityId"] = null,
        ["caller"] = invocation.Identity?.Caller,
        ["sourceIp"] = invocation.Request.SourceIp,
        ["principalOrgId"] = null,
        ["accessKey"] = invocation.Identity?.AccessKey,
        ["cognitoAuthenticationType"] = null,
        ["cognitoAuthenticationProvider"] = null,
        ["userArn"] = invocation.Identity?.UserArn,
        ["userAgent"] = invocation.Request.Header("User-Agent"),
        ["user"] = invocation.Identity?.Caller,
    };

    private static JsonObject? Last(ILookup<string, string> values) =>
        values.Count == 0 ? null : new(values.Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Last())));

    private static JsonObject? All(ILookup<string, string> values) => values.Count == 0
        ? null
        : new(
            values.Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Select(value => (JsonNode)value)]))));

    private static JsonObject? Texts(IReadOnlyDictionary<string, string> values) =>
        values.Count == 0 ? null : new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
