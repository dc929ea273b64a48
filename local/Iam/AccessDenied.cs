using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>
/// AWS's error for a call that no policy allows or that one forbids:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
/// </summary>
internal static class AccessDenied
{
    /// <summary>A policy forbids it.</summary>
    /// <param name="caller">Who called.</param>
    /// <param name="action">What for.</param>
    /// <param name="resource">On what.</param>
    /// <param name="policy">Which kind of policy: <c>identity-based</c> or <c>resource-based</c>.</param>
    public static AwsException Explicit(Principal caller, string action, string resource, string policy) =>
        Create(caller, action, resource, $"with an explicit deny in {(policy[0] is 'i' ? "an" : "a")} {policy} policy");

    /// <summary>No policy allows it. A service has no identity policies, so for it AWS speaks of the resource's.</summary>
    public static AwsException Implicit(Principal caller, string action, string resource) => Create(
        caller,
        action,
        resource,
        $"because no {(caller.Kind == PrincipalKind.Service ? "resource-based" : "identity-based")} policy allows the {Spelled(action)} "
            + "action");

    private static AwsException Create(Principal caller, string action, string resource, string why) => new(
        HttpStatusCode.Forbidden,
        "AccessDeniedException",
        $"User: {caller.User} is not authorized to perform: {Spelled(action)} on resource: {resource} {why}");

    // SQS alone writes its actions in lower case.
    private static string Spelled(string action) =>
        action.StartsWith("sqs:", StringComparison.OrdinalIgnoreCase) ? action.ToLowerInvariant() : action;
}
