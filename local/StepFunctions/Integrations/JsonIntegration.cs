using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>Services that speak AWS JSON: the Task's parameters are the request as it is.</summary>
internal static class JsonIntegration
{
    private static readonly AwsJson Tables = new("1.0", "DynamoDB_20120810.");
    private static readonly AwsJson Queues = new("1.0", "AmazonSQS.");

    /// <summary>A message to a queue. Where SQS takes a text, Step Functions takes JSON too.</summary>
    public static ServiceIntegration SendMessage { get; } = Calling(Queues, "sqs", "SendMessage", "SQS", parameters =>
    {
        var message = parameters.DeepClone().AsObject();
        if (message["MessageBody"] is JsonObject or JsonArray)
        {
            message["MessageBody"] = message["MessageBody"]!.ToJsonString(AwsJson.Plain);
        }

        return message;
    });

    /// <summary>An operation of DynamoDB, such as <c>putItem</c>.</summary>
    public static ServiceIntegration DynamoDb(string operation) =>
        Calling(Tables, "dynamodb", $"{char.ToUpperInvariant(operation[0])}{operation[1..]}", "DynamoDB", parameters => parameters);

    private static ServiceIntegration Calling(
        AwsJson protocol, string signingName, string operation, string errorPrefix, Func<JsonObject, JsonObject> body) => new()
        {
            SigningName = signingName,
            ErrorPrefix = errorPrefix,
            Request = (parameters, caller) => protocol.Request(caller, operation, body(parameters)),
            Result = response => WireJson.Parse(response.Body.Span),
        };
}
