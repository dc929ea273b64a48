using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>Services that speak AWS JSON: the Task's parameters are the request as it is.</summary>
internal static class JsonIntegration
{
    private static readonly Dictionary<string, (string SigningName, AwsJson Protocol)> Services = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = ("dynamodb", DynamoDb.DynamoDbService.Protocol),
        ["eventbridge"] = ("events", EventBridge.EventBridgeService.Protocol),
        ["sqs"] = ("sqs", new AwsJson("1.0", "AmazonSQS.")),
    };

    public static Integration Of(string service, string operation, string errorPrefix)
    {
        var (signingName, protocol) = Services[service];
        return new()
        {
            SigningName = signingName,
            ErrorPrefix = errorPrefix,
            Request = (parameters, caller) => protocol.Request(caller, $"{char.ToUpperInvariant(operation[0])}{operation[1..]}", WithTexts(parameters)),
            Result = response => Result(LenientJson.Parse(response.Body.Span)),
        };
    }

    /// <summary>Where the service takes a text, Step Functions takes JSON too.</summary>
    private static JsonObject WithTexts(JsonObject parameters)
    {
        var texts = parameters.DeepClone().AsObject();
        Stringify(texts, "MessageBody");
        foreach (var entry in (texts["Entries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Stringify(entry, "Detail");
        }

        return texts;
    }

    private static void Stringify(JsonObject json, string name)
    {
        if (json[name] is JsonObject or JsonArray)
        {
            json[name] = json[name]!.ToJsonString(AwsJson.Plain);
        }
    }

    private static JsonNode? Result(JsonNode? answer) => answer?["FailedEntryCount"] is JsonValue failed && failed.GetValue<int>() > 0
        ? throw new StateException("EventBridge.FailedEntry", "One or more entries of PutEvents failed.")
        : answer;
}
