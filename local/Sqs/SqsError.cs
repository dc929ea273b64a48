using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs;

/// <summary>
/// The errors of SQS, named as in its JSON protocol. The query protocol and the SDKs made for it know some of them by
/// older names, see <see cref="QueryCode"/>. Names and messages as AWS answers them.
/// </summary>
internal static class SqsError
{
    private const string Older = "AWS.SimpleQueueService.";

    private static readonly Dictionary<string, string> QueryCodes = new(StringComparer.Ordinal)
    {
        ["QueueDoesNotExist"] = $"{Older}NonExistentQueue",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["AccessDeniedException"] = "AccessDenied",
        ["BatchEntryIdsNotDistinct"] = $"{Older}BatchEntryIdsNotDistinct",
        ["BatchRequestTooLong"] = $"{Older}BatchRequestTooLong",
        ["EmptyBatchRequest"] = $"{Older}EmptyBatchRequest",
        ["InvalidBatchEntryId"] = $"{Older}InvalidBatchEntryId",
        ["TooManyEntriesInBatchRequest"] = $"{Older}TooManyEntriesInBatchRequest",
        ["MessageNotInflight"] = $"{Older}MessageNotInflight",
        ["PurgeQueueInProgress"] = $"{Older}PurgeQueueInProgress",
        ["UnsupportedOperation"] = $"{Older}UnsupportedOperation",
    };

    /// <summary>The name in the query protocol, and in the header that carries it beside the JSON one.</summary>
    public static string QueryCode(string code) => QueryCodes.GetValueOrDefault(code, code);

    public static AwsException NoSuchQueue() => Create("QueueDoesNotExist", "The specified queue does not exist.");

    public static AwsException Invalid(string message) => Create("InvalidParameterValueException", message);

    public static AwsException Invalid(string parameter, object value, string reason) =>
        Invalid($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    public static AwsException Missing(string parameter) =>
        Create("MissingRequiredParameterException", $"The request must contain the parameter {parameter}.");

    public static AwsException NoReceiptHandle(string handle) =>
        Create("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException InvalidCharacters() => Create(
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");

    public static AwsException Mistyped(string parameter, string expected) =>
        Create("SerializationException", $"The value of {parameter} is not {expected}.");

    public static AwsException NotDone(string what) => Create("UnsupportedOperation", $"{what} is not done by this local cloud.");

    public static AwsException Create(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(status, code, message);
}
