using System.Text.Json;
using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary>
/// <c>POST /_local/credentials</c>: credentials of a role, to see what a caller with that role may do. A role that the stack does not
/// declare,
/// such as the one that a release pipeline has, is made by naming its policy.
/// </summary>
internal static class CredentialsApi
{
    /// <summary>Whose credentials.</summary>
    /// <param name="Role">The role's name.</param>
    /// <param name="Session">What its session is called; the role's name by default.</param>
    /// <param name="Policy">What the role may do, as an IAM policy document: makes or changes the role. Without it the role must be
    /// there.</param>
    internal sealed record Asked(string? Role, string? Session, JsonElement? Policy);

    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud) =>
        route.MapPost("", (HttpRequest request) => RequestBody.ReadAsync<Asked>(request, asked => Task.FromResult(Issue(asked, cloud()))));

    private static IResult Issue(Asked asked, LocalCloud cloud)
    {
        if (string.IsNullOrEmpty(asked.Role))
        {
            return Refusal.BadRequest("role: is missing; it names the role whose credentials are wanted.");
        }

        try
        {
            var role = asked.Policy is { } policy ? cloud.Roles.Allow(asked.Role, policy.GetRawText()) : cloud.Roles.Find(asked.Role);
            if (role is null)
            {
                return Refusal.BadRequest($"role: there is no role '{asked.Role}'; with a policy, one is made.");
            }

            var credentials = cloud.Credentials.Issue(role.Arn, asked.Session ?? role.Name);
            return Results.Json(
                new
                {
                    roleArn = role.Arn,
                    accessKeyId = credentials.AccessKeyId,
                    secretAccessKey = credentials.SecretAccessKey,
                    sessionToken = credentials.SessionToken
                });
        }
        catch (FormatException e)
        {
            return Refusal.BadRequest($"policy: {e.Message}.");
        }
    }
}
