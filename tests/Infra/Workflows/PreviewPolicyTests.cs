using System.Text.Json;
using Engagement.Infra.Configuration;
using Engagement.Local.Aws;

namespace Infra.Tests.Workflows;

/// <summary>
/// The policy that docs/operations.md gives the roles of previews: they read the stack's state, and nothing that customers did or said.
/// </summary>
public sealed class PreviewPolicyTests
{
    private const string State = "arn:aws:s3:::STATE-BUCKET/.pulumi/stacks/engagement/prod.json";
    private const string Anything = "arn:aws:x:eu-west-1:123456789012:anything";

    private static readonly string Policy = Path.Combine(RepositoryRoot.Path, ".github", "aws", "preview-policy.json");

    private static readonly JsonElement[] Statements =
    [
        .. JsonElement.Parse(File.ReadAllText(Policy)).GetProperty("Statement").EnumerateArray(),
    ];

    [Theory]
    [InlineData("mobiletargeting:GetEndpoint")]
    [InlineData("mobiletargeting:GetUserEndpoints")]
    [InlineData("mobiletargeting:GetSegmentExportJobs")]
    [InlineData("profile:SearchProfiles")]
    [InlineData("ses:GetContact")]
    [InlineData("dynamodb:GetItem")]
    [InlineData("dynamodb:BatchGetItem")]
    [InlineData("dynamodb:Query")]
    [InlineData("dynamodb:Scan")]
    [InlineData("dynamodb:PartiQLSelect")]
    [InlineData("dynamodb:GetRecords")]
    [InlineData("dynamodb:ExportTableToPointInTime")]
    [InlineData("logs:GetLogEvents")]
    [InlineData("logs:FilterLogEvents")]
    [InlineData("logs:StartQuery")]
    [InlineData("logs:GetQueryResults")]
    [InlineData("logs:StartLiveTail")]
    [InlineData("states:GetExecutionHistory")]
    [InlineData("states:DescribeExecution")]
    [InlineData("secretsmanager:GetSecretValue")]
    [InlineData("secretsmanager:BatchGetSecretValue")]
    [InlineData("ssm:GetParameters")]
    [InlineData("sqs:ReceiveMessage")]
    [InlineData("s3:GetObject")]
    [InlineData("s3:GetObjectVersion")]
    [InlineData("kinesis:GetRecords")]
    [InlineData("athena:GetQueryResults")]
    [InlineData("lambda:InvokeFunction")]
    [InlineData("execute-api:Invoke")]
    [InlineData("sts:AssumeRole")]
    public void What_customers_did_or_said_is_denied_whatever_another_policy_allows(string action) =>
        Assert.True(Says("Deny", action, Anything));

    [Theory]
    [InlineData("s3:GetObject", State)]
    [InlineData("s3:ListBucket", "arn:aws:s3:::STATE-BUCKET")]
    public void The_state_is_read(string action, string resource)
    {
        Assert.True(Says("Allow", action, resource));
        Assert.False(Says("Deny", action, resource));
    }

    [Fact]
    public void Nothing_else_is_allowed_and_nothing_of_it_writes()
    {
        var allowed = Statements.Where(statement => statement.GetProperty("Effect").GetString() == "Allow").ToList();

        Assert.Equal(
            ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            allowed.SelectMany(statement => Texts(statement, "Action")).Order(StringComparer.Ordinal));
        Assert.All(
            allowed.SelectMany(statement => Texts(statement, "Resource")),
            resource => Assert.StartsWith("arn:aws:s3:::STATE-BUCKET", resource, StringComparison.Ordinal));
    }

    private static bool Says(string effect, string action, string resource) => Statements.Any(statement =>
        statement.GetProperty("Effect").GetString() == effect
        && Texts(statement, "Action").Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true))
        && (statement.TryGetProperty("NotResource", out _)
            ? !Texts(statement, "NotResource").Any(pattern => Wildcard.Matches(pattern, resource))
            : Texts(statement, "Resource").Any(pattern => Wildcard.Matches(pattern, resource))));

    private static IEnumerable<string> Texts(JsonElement statement, string name) =>
        statement.GetProperty(name) is { ValueKind: JsonValueKind.Array } many
            ? many.EnumerateArray().Select(item => item.GetString()!)
            : [statement.GetProperty(name).GetString()!];
}
