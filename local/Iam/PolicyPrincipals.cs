using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>The callers that a statement of a trust or resource policy is about.</summary>
/// <param name="Everyone">Every caller, services included: <c>*</c> or <c>{"AWS": "*"}</c>.</param>
/// <param name="Services">Host names of services.</param>
/// <param name="Arns">ARNs of roles and their sessions.</param>
/// <param name="Accounts">Account ids.</param>
internal sealed record PolicyPrincipals(
    bool Everyone, IReadOnlyList<string> Services, IReadOnlyList<string> Arns, IReadOnlyList<string> Accounts)
{
    /// <summary>Whether the caller is one of them, itself or by its account: what counts for a denial.</summary>
    public bool Include(Principal caller) =>
        Name(caller) || (caller.Kind is PrincipalKind.Role or PrincipalKind.Account && Accounts.Contains(caller.Name.Split(':')[4]));

    /// <summary>
    /// Whether the caller itself is one of them: what counts for a permission. Naming an account leaves it to that
    /// account's own policies who of it may: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    /// </summary>
    public bool Name(Principal caller) => Everyone || caller.Kind switch
    {
        PrincipalKind.Service => Services.Contains(caller.Name),
        PrincipalKind.Role => Arns.Contains(caller.Name) || Arns.Contains(caller.User),
        _ => false,
    };
}
