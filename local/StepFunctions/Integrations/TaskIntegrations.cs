using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>What Task states call, each as an AWS call of the state machine's role.</summary>
internal sealed class TaskIntegrations(IAwsEndpoint endpoint, string region)
{
    private const string Prefix = "arn:aws:states:::";

    /// <summary>Refuses resources that this cloud cannot call.</summary>
    /// <exception cref="FormatException">It is such a one.</exception>
    public static void Check(string resource) => _ = IntegrationOf(resource);

    /// <summary>Calls it and answers the result.</summary>
    /// <exception cref="StateException">It failed; the error's name is the one that Step Functions gives it.</exception>
    public async Task<JsonNode?> CallAsync(string resource, JsonNode? parameters, Principal caller, CancellationToken cancellationToken)
    {
        var integration = IntegrationOf(resource);
        var request =
            integration.Request(
                parameters as JsonObject ?? throw StateError.Runtime($"The parameters of {resource} are not an object."), caller);
        try
        {
            var response = await endpoint.SendAsync(integration.SigningName, request, cancellationToken);
            return response.StatusCode < 300 ? integration.Result(response) : throw Error(integration, response);
        }
        catch (JsonException)
        {
            // The exception's own text may quote the answer.
            throw StateError.Runtime($"The answer of {resource} is not JSON of UTF-8 texts.");
        }
        catch (DroppedConnectionException e)
        {
            throw new StateException($"{integration.ErrorPrefix}.SdkClientException", e.Message);
        }
    }

    private static ServiceIntegration IntegrationOf(string resource)
    {
        var parts = resource.StartsWith(Prefix, StringComparison.Ordinal) ? resource[Prefix.Length..].Split(':') : [];
        return parts switch
        {
            ["dynamodb", "getItem" or "putItem" or "updateItem" or "deleteItem"] => JsonIntegration.DynamoDb(parts[1]),
            ["sqs", "sendMessage"] => JsonIntegration.SendMessage,
            ["sns", "publish"] => SnsIntegration.Publish,
            ["aws-sdk", "pinpoint", var operation] => PinpointIntegration.Find(operation) ?? throw NotDone(resource),
            _ => throw NotDone(resource),
        };
    }

    private static FormatException NotDone(string resource) => new(
        $"The resource '{resource}' is not done by this local cloud, which calls dynamodb, sqs:sendMessage, sns:publish and "
            + "aws-sdk:pinpoint");

    private StateException Error(ServiceIntegration integration, AwsResponse response)
    {
        var body = Json(response);
        var code = (
            AwsJson.ErrorName(body)
                ?? response.Headers.GetValueOrDefault("x-amzn-ErrorType")
                ?? SnsIntegration.ErrorCode(response)
                ?? "UnknownError").Split(':')[0];
        var message = body?["message"]?.ToString()
            ?? body?["Message"]?.ToString()
            ?? SnsIntegration.ErrorMessage(response)
            ?? $"{region} answered {response.StatusCode}.";
        return new(
            $"{integration.ErrorPrefix}.{integration.ErrorName(code)}",
            $"{message} (Service: {integration.ErrorPrefix}, Status Code: {response.StatusCode}, Error Code: {code})");
    }

    private static JsonObject? Json(AwsResponse response)
    {
        try
        {
            return response.Body.IsEmpty ? null : WireJson.Parse(response.Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            // Services of the query protocol answer XML.
            return null;
        }
    }
}
