using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.DynamoDb.Protocol;

/// <summary>
/// DynamoDB's errors, all of status 400. Texts are AWS's, as localstack/localstack, scylladb/scylladb (test/alternator), architect/dynalite
/// and
/// awsdocs/amazon-dynamodb-developer-guide show them.
/// </summary>
internal static class DynamoError
{
    public static AwsException Validation(string message) => Create("ValidationException", message);

    /// <summary>A parameter has a value that makes no sense.</summary>
    public static AwsException Invalid(string message) => Validation($"One or more parameter values were invalid: {message}");

    /// <summary>A member has another type on the wire than the service model says.</summary>
    public static AwsException Serialization(string message) => Create("SerializationException", message);

    /// <summary>There is no such table, as operations on its items say it.</summary>
    public static AwsException NoTable() => Create("ResourceNotFoundException", "Requested resource not found");

    /// <summary>There is no such table, as operations on tables say it.</summary>
    public static AwsException NoTable(string name) =>
        Create("ResourceNotFoundException", $"Requested resource not found: Table: {name} not found");

    public static AwsException NoIndex(string name) => Validation($"The table does not have the specified index: {name}");

    public static AwsException TableExists(string name) => Create("ResourceInUseException", $"Table already exists: {name}");

    /// <summary>A key lacks an attribute, has one too many, or one of another type.</summary>
    public static AwsException KeyMismatch() => Validation("The provided key element does not match the schema");

    /// <summary>A condition did not hold.</summary>
    /// <param name="item">The item as it is, where the request asks for it.</param>
    public static AwsException ConditionFailed(JsonObject? item) =>
        new(HttpStatusCode.BadRequest, "ConditionalCheckFailedException", "The conditional request failed")
        {
            Members = item is null ? null : new JsonObject { ["Item"] = item },
        };

    public static AwsException UnknownOperation() => Create("UnknownOperationException", "X-Amz-Target names no operation of DynamoDB.");

    /// <summary>DynamoDB does it, this local cloud does not.</summary>
    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"DynamoDB's {what} is not done by this local cloud.");

    private static AwsException Create(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
