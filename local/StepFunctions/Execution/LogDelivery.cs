using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>
/// What the role of a state machine that logs has to be allowed, whatever log group it writes to:
/// https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
/// </summary>
internal static class LogDelivery
{
    private static readonly string[] Operations =
    [
        "CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries",
        "PutResourcePolicy", "DescribeResourcePolicies", "DescribeLogGroups",
    ];

    /// <summary>Asked when the machine is created, and not again: what delivers its log afterwards is not the role.</summary>
    /// <exception cref="AwsException">The role lacks one of them.</exception>
    public static async Task DemandAsync(IAwsEndpoint endpoint, Principal role, CancellationToken cancellationToken)
    {
        foreach (var operation in Operations)
        {
            try
            {
                await endpoint.CallAsync(role, "logs", operation, $"logs:{operation}", "*", _ => Task.FromResult(true), cancellationToken);
            }
            catch (AwsException e) when (e.Status == HttpStatusCode.Forbidden)
            {
                throw new AwsException(
                    HttpStatusCode.BadRequest,
                    "AccessDeniedException",
                    $"The state machine IAM Role is not authorized to access the Log Destination: {e.Message}");
            }
        }
    }
}
