using Pulumi;
using Aws = Pulumi.Aws;

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

    /// <summary>Condition operator → key → value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Input<string>>> Conditions { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>();

    /// <summary>Lets a service assume the role that it stands in the trust policy of.</summary>
    public static Statement Trust(string service) => new("Trust") { Service = service, Actions = ["sts:AssumeRole"] };

    /// <summary>Lets EventBridge keep in a queue what it could not deliver for a rule.</summary>
    public static Statement KeepUndelivered(Aws.Sqs.Queue queue, Aws.CloudWatch.EventRule rule) => new("KeepUndelivered")
    {
        Service = "events.amazonaws.com",
        Actions = ["sqs:SendMessage"],
        Resources = [queue.Arn],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["ArnEquals"] = new Dictionary<string, Input<string>> { ["aws:SourceArn"] = rule.Arn },
        },
    };
}
