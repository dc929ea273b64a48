namespace Engagement.Local.Iam;

/// <summary>The policies of AWS that the stack attaches, and what they allow.</summary>
internal static class ManagedPolicies
{
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonAPIGatewayPushToCloudWatchLogs.html
    private static readonly Dictionary<string, string> Documents = new(StringComparer.Ordinal)
    {
        ["arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"] = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":["logs:CreateLogGroup","logs:CreateLogStream",
            "logs:DescribeLogGroups","logs:DescribeLogStreams","logs:FilterLogEvents","logs:GetLogEvents","logs:PutLogEvents"]}]}
            """,
    };

    /// <summary>All whose content is known here.</summary>
    public static IEnumerable<string> Arns => Documents.Keys;

    /// <summary>The policy of that ARN, or null where its content is not known here.</summary>
    public static RolePolicy? Find(string arn) =>
        Documents.TryGetValue(arn, out var document)
            ? new(arn, Managed: true, [.. PolicyReader.Read(document, PolicyKind.Identity)])
            : null;
}
