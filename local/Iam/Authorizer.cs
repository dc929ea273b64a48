using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>Decides whether a caller may do something, from the policies of the role that it acts as.</summary>
internal sealed class Authorizer(Roles roles)
{
    /// <summary>Returns if the caller may take the action on each of the resources.</summary>
    /// <exception cref="AwsException">It may not.</exception>
    public void Demand(Principal caller, string action, IReadOnlyList<string> resources)
    {
        switch (caller.Kind)
        {
            case PrincipalKind.Account:
                return;
            case PrincipalKind.Anonymous:
                throw new AwsException(HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var statements = roles.StatementsOf(caller.Name);
        foreach (var resource in resources)
        {
            var matching = statements.Where(statement => Matches(statement, action, resource)).ToList();
            if (matching.Exists(statement => !statement.Allows))
            {
                throw Denied(caller, action, resource, "with an explicit deny in an identity-based policy");
            }

            if (matching.Count == 0)
            {
                throw Denied(caller, action, resource, $"because no identity-based policy allows the {action} action");
            }
        }
    }

    private static bool Matches(PolicyStatement statement, string action, string resource)
    {
        if (!statement.Actions.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true))
            || !statement.Resources.Any(pattern => Wildcard.Matches(pattern, resource)))
        {
            return false;
        }

        // To pass over a condition would be to allow more than AWS does.
        return statement.Conditions.Count == 0
            ? true
            : throw new NotSupportedException($"A policy statement for {action} has conditions, which this local cloud does not evaluate for a role.");
    }

    private static AwsException Denied(Principal caller, string action, string resource, string why) => new(
        HttpStatusCode.Forbidden,
        "AccessDeniedException",
        $"User: {caller.Name} is not authorized to perform: {action} on resource: {resource} {why}");
}
