using Pulumi;

namespace Engagement.Infra.Iam;

/// <summary>What the ARN of a resource says: <c>arn:aws:service:region:account:resource</c>. Buckets and APIs name no account.</summary>
internal static class OutputArn
{
    /// <summary>The account that the resource belongs to.</summary>
    public static Output<string> Account(Output<string> arn) => arn.Apply(text => text.Split(':')[4]);
}
