using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>Who signed a request, as <c>$context.identity</c> and a function's <c>requestContext.identity</c> tell it.</summary>
/// <param name="AccessKey">Access key id.</param>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Caller">The caller's unique id: <c>AROA…:SESSION</c> of a role, the account's id of the account itself.</param>
/// <param name="UserArn">ARN of the role's session, or of the account.</param>
internal sealed record CallerIdentity(string AccessKey, string AccountId, string Caller, string UserArn)
{
    /// <summary>The identity of the caller that holds an access key.</summary>
    public static CallerIdentity From(string accessKey, Principal principal)
    {
        var arn = principal.User;
        var account = arn.Split(':')[4];
        return new(
            accessKey, account, principal.Kind == PrincipalKind.Role ? $"{UniqueId(principal.Name)}:{principal.Session}" : account, arn);
    }

    // As the roles of this cloud are told it: see the output uniqueId of a role.
    private static string UniqueId(string roleArn) => $"AROA{roleArn.Split('/')[^1].ToUpperInvariant()}";
}
