using Pulumi;

namespace Engagement.Infra.Iam;

/// <summary>One statement of an IAM policy: one purpose, its actions, and exactly the resources it needs.</summary>
/// <param name="Sid">The purpose, in letters and digits.</param>
internal sealed record Statement(string Sid)
{
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs; empty only in a trust policy.</summary>
    public IReadOnlyList<Input<string>> Resources { get; init; } = [];

    /// <summary>Service that the statement is about, such as <c>lambda.amazonaws.com</c>; null in an identity policy.</summary>
    public string? Service { get; init; }

    /// <summary>
    /// Identity that the statement is about, such as an account's <c>arn:aws:iam::123456789012:root</c>, or <c>*</c>; null in an identity
    /// policy.
    /// </summary>
    public Input<string>? Identity { get; init; }

    /// <summary>Whether the statement refuses instead of allowing.</summary>
    public bool Denies { get; init; }

    /// <summary>Condition operator → key → value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Input<string>>> Conditions { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>();

    /// <summary>Lets a service assume the role that has this trust policy, on behalf of one account alone.</summary>
    /// <param name="service">Such as <c>lambda.amazonaws.com</c>.</param>
    /// <param name="account">The account, which no other can have the service act for.</param>
    /// <param name="key">How the service says for which account it acts.</param>
    public static Statement Trust(string service, Input<string> account, string key = "aws:SourceAccount") => new("Trust")
    {
        Service = service,
        Actions = ["sts:AssumeRole"],
        Conditions = Condition("StringEquals", key, account),
    };

    /// <summary>
    /// Lets API Gateway assume the role. Alone among the services, it does not say for which account: a condition would refuse every
    /// request with a 500. Why that is safe: docs/decisions/security-rules.md.
    /// </summary>
    public static Statement TrustApiGateway() => new("Trust") { Service = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"] };

    /// <summary>Refuses, in a resource's policy, all callers that do not use TLS.</summary>
    public static Statement OnlyOverTls(string action, params IReadOnlyList<Input<string>> resources) => new("OnlyOverTls")
    {
        Denies = true,
        Identity = "*",
        Actions = [action],
        Resources = resources,
        Conditions = Condition("Bool", "aws:SecureTransport", "false"),
    };

    /// <summary>A single condition.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Input<string>>> Condition(
        string comparison, string key, Input<string> value) =>
        new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            [comparison] = new Dictionary<string, Input<string>> { [key] = value },
        };
}
