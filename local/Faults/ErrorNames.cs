using System.Collections.Frozen;

namespace Engagement.Local.Faults;

/// <summary>The errors worth provoking, by AWS's names, with the HTTP status that each service gives them in its published model.</summary>
internal static class ErrorNames
{
    // Any service answers these: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
    private static readonly (string Name, int Status)[] Common =
    [
        ("InternalFailure", 500), ("ServiceUnavailable", 503), ("ThrottlingException", 400), ("AccessDeniedException", 403),
        ("ExpiredTokenException", 403), ("UnrecognizedClientException", 403), ("RequestTimeout", 408),
    ];

    // In AWS's JSON protocols an error of the caller is always a 400.
    private static readonly (string Name, int Status)[] JsonCommon =
        [.. Common.Where(error => error.Status >= 500), .. Common.Where(error => error.Status < 500).Select(error => (error.Name, 400))];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> Services = new Dictionary<string, FrozenDictionary<string, int>>
    {
        ["pinpoint"] = Of(
            Common,
            ("BadRequestException", 400), ("ForbiddenException", 403), ("NotFoundException", 404), ("MethodNotAllowedException", 405), ("ConflictException", 409),
            ("PayloadTooLargeException", 413), ("TooManyRequestsException", 429), ("InternalServerErrorException", 500)),
        ["sqs"] = Of(Common, ("RequestThrottled", 403), ("OverLimit", 403), ("QueueDoesNotExist", 400), ("InternalError", 500)),
        ["secretsmanager"] = Of(JsonCommon, ("ResourceNotFoundException", 400), ("DecryptionFailure", 400), ("InvalidRequestException", 400), ("InternalServiceError", 500)),
        ["lambda"] = Of(
            Common,
            ("ResourceNotFoundException", 404), ("ResourceConflictException", 409), ("TooManyRequestsException", 429), ("ServiceException", 500),
            ("EC2ThrottledException", 502), ("ENILimitReachedException", 502)),
        ["dynamodb"] = Of(
            JsonCommon,
            ("ProvisionedThroughputExceededException", 400), ("RequestLimitExceeded", 400), ("ConditionalCheckFailedException", 400), ("TransactionConflictException", 400),
            ("ResourceNotFoundException", 400), ("InternalServerError", 500)),
        ["events"] = Of(JsonCommon, ("InternalException", 500), ("LimitExceededException", 400), ("ResourceNotFoundException", 400)),
        ["states"] = Of(JsonCommon, ("ExecutionLimitExceeded", 400), ("StateMachineDoesNotExist", 400)),
        ["logs"] = Of(JsonCommon, ("ServiceUnavailableException", 503), ("ResourceNotFoundException", 400)),
        ["scheduler"] = Of(Common, ("InternalServerException", 500), ("ResourceNotFoundException", 404), ("ConflictException", 409)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Short names of the services.</summary>
    public static IEnumerable<string> ServiceNames => Services.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names of a service's errors.</summary>
    public static IEnumerable<string> Names(string service) => Services[service].Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there is such a service.</summary>
    public static bool HasService(string service) => Services.ContainsKey(service);

    /// <summary>The HTTP status of a service's error, or null where the name is not known.</summary>
    public static int? Status(string service, string error) => Services[service].TryGetValue(error, out var status) ? status : null;

    private static FrozenDictionary<string, int> Of((string Name, int Status)[] common, params (string Name, int Status)[] own) =>
        common.Concat(own).ToFrozenDictionary(error => error.Name, error => error.Status, StringComparer.Ordinal);
}
