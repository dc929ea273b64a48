using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>One thing that a Task can call.</summary>
internal sealed record ServiceIntegration
{
    // The SDK that Step Functions calls with has no class of their own for these, so their errors bear the service's name.
    private static readonly HashSet<string> Unmodelled = new(StringComparer.Ordinal)
    {
        "AccessDeniedException",
        "AccessDenied",
        "AuthorizationError",
        "ValidationException",
        "SerializationException",
        "NotImplementedException",
        "UnknownError"
    };

    /// <summary>Service in the credential scope.</summary>
    public required string SigningName { get; init; }

    /// <summary>What stands before the dot in errors' names.</summary>
    public required string ErrorPrefix { get; init; }

    /// <summary>The call, from the Task's parameters.</summary>
    public required Func<JsonObject, Principal, AwsRequest> Request { get; init; }

    /// <summary>The Task's result, from an answer without error.</summary>
    public required Func<AwsResponse, JsonNode?> Result { get; init; }

    /// <summary>What Step Functions makes of the service's own name of an error.</summary>
    public string ErrorName(string code) =>
        Unmodelled.Contains(code) ? ErrorPrefix == "DynamoDB" ? "AmazonDynamoDBException" : $"{ErrorPrefix}Exception"
        : code.EndsWith("Exception", StringComparison.Ordinal) ? code
        : $"{code}Exception";
}
