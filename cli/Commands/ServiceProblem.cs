using Amazon.Runtime;
using Engagement.Services;

namespace Engagement.Cli.Commands;

/// <summary>What a failed call means to the operator.</summary>
internal static class ServiceProblem
{
    // DynamoDB answers these with the status of a wrong request.
    private static readonly string[] Denials =
    [
        "AccessDeniedException", "UnrecognizedClientException", "ExpiredTokenException", "InvalidSignatureException",
        "MissingAuthenticationTokenException",
    ];

    private const string NoTable = "ResourceNotFoundException";

    /// <summary>Whether the call was refused for what it says, so that another call may be taken.</summary>
    public static bool IsOfContent(ServiceException exception) =>
        exception.Failure == ServiceFailure.Refused && CodeOf(exception) is var code && code != NoTable && !Denials.Contains(code);

    /// <summary>Whether the same call may succeed a moment later.</summary>
    public static bool IsPassing(ServiceException exception) => exception.Failure is ServiceFailure.Throttled or ServiceFailure.Failed;

    /// <summary>The failure, and what to do.</summary>
    public static string Of(ServiceException exception) => CodeOf(exception) switch
    {
        NoTable => $"{exception.Message}: the stack's table is not there. Are the region and the account those of the stack?",
        { } code when Denials.Contains(code) => $"{exception.Message}: your credentials do not allow it, or have expired.",
        _ => exception.Failure switch
        {
            ServiceFailure.Denied => $"{exception.Message}: your credentials do not allow it, or have expired.",
            ServiceFailure.Throttled => $"{exception.Message}: the service has too many calls. Try again later.",
            ServiceFailure.Failed => $"{exception.Message}: the service gave no answer. Is it reachable?",
            _ => exception.Message,
        },
    };

    private static string? CodeOf(ServiceException exception) => (exception.InnerException as AmazonServiceException)?.ErrorCode;
}
