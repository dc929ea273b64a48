using Engagement.Local.Iam;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

/// <summary>What cannot be evaluated is refused when it is deployed, by name, and not passed over when it counts.</summary>
public sealed class PolicyReadingTests
{
    [Theory]
    [InlineData("""{"Sid":"Send","Effect":"Allow","NotAction":"sqs:*","Resource":"*"}""", "statement 'Send': NotAction is not evaluated")]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*","NotResource":"*"}""", "statement '#1': NotResource is not evaluated")]
    [InlineData("""{"Effect":"allow","Action":"sqs:*","Resource":"*"}""", "Effect must be Allow or Deny")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "Action is missing")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""", "Action is missing")]
    [
        InlineData(
            """{"Effect":"Allow","Action":"SendMessage","Resource":"*"}""", "Action 'SendMessage' is not of the form service:Operation")
    ]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*"}""", "Resource is missing")]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*","Resource":"pixel"}""", "Resource 'pixel' is neither an ARN nor *")]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*","Resource":"*","Principal":"*"}""", "Principal has no place")]
    [InlineData("""{"Sid":"Send it","Effect":"Allow","Action":"sqs:*","Resource":"*"}""", "Sid may hold letters and digits only")]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sqs:*","Resource":"arn:aws:sqs:eu-west-1:000000000000:${aws:PrincipalTag/team}"}""",
            "Resource has a policy variable")
    ]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"1"}}}""",
            "condition operator 'NumericLessThan' is not evaluated")
    ]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}}""",
            "condition operator 'ForAnyValue:StringEquals' is not evaluated")
    ]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"NullIfExists":{"aws:SourceArn":"true"}}}""",
            "condition operator 'NullIfExists' is not evaluated")
    ]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"ArnLike":{"aws:SourceArn":"*"}}}""",
            "is not an ARN of 6 parts")
    ]
    public void Policy_that_cannot_be_evaluated_fails_the_deployment(string statement, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => Deploy($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));

        Assert.StartsWith(
            "aws:iam/rolePolicy:RolePolicy 'recording': policy is not a policy that this local cloud can evaluate: ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    // A permission that never holds shows at once; a denial that never strikes would not.
    [Theory]
    [InlineData("Deny", "StringEquals")]
    [InlineData("Deny", "StringNotEquals")]
    [InlineData("Allow", "StringNotEquals")]
    [InlineData("Allow", "StringEqualsIfExists")]
    [InlineData("Allow", "Null")]
    public void Condition_key_without_a_value_here_is_refused_where_it_would_let_more_through_than_AWS(string effect, string op)
    {
        var error = Assert.Throws<ArgumentException>(() => Deploy(Document(new
        {
            Effect = effect,
            Action = "sqs:*",
            Resource = "*",
            Condition = new Dictionary<string, object> { [op] = new Dictionary<string, string> { ["aws:PrincipalOrgID"] = "o-1" } },
        })));

        Assert.Contains(
            "condition key 'aws:PrincipalOrgID' never has a value in this local cloud", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "the policy is not JSON")]
    [InlineData("[]", "the policy has no Statement")]
    [InlineData("""{"Version":"2012-10-17"}""", "the policy has no Statement")]
    [InlineData("""{"Version":"2024-01-01","Statement":[]}""", "the policy's Version is '2024-01-01'")]
    [
        InlineData(
            """{"Statement":[{"Sid":"A","Effect":"Allow","Action":"a:b","Resource":"*"},{"Sid":"A","Effect":"Allow","Action":"a:c","Resource":"*"}]}""",
            "two statements 'A'")
    ]
    public void Document_that_is_no_policy_fails_the_deployment(string document, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Deploy(document)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole"}""", "Principal is missing")]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda"}}""",
            "Principal Service 'lambda' is not a service's host name")
    ]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Federated":"x"}}""", "Principal Federated is not evaluated")]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::000000000000:role/*"}}""",
            "is not the ARN of a role")
    ]
    [
        InlineData(
            """{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Resource":"*"}""", "Resource has no place in a trust policy")
    ]
    [InlineData("""{"Effect":"Allow","Action":"sqs:SendMessage","Principal":"*"}""", "has no place in a trust policy")]
    public void Trust_policy_that_cannot_be_evaluated_fails_the_deployment(string statement, string reason) => Assert.Contains(
        reason,
        Assert.Throws<ArgumentException>(() =>
            new IamCloud().Create(
                "aws:iam/role:Role", "r", ("assumeRolePolicy", $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Input_of_a_role_that_would_change_what_it_may_is_not_passed_over() => Assert.Contains(
        "permissionsBoundary",
        Assert.Throws<ArgumentException>(() => new IamCloud().Create(
            "aws:iam/role:Role", "r", ("assumeRolePolicy", Document(Trust("lambda.amazonaws.com"))), (
                "permissionsBoundary", "arn:aws:iam::aws:policy/ReadOnlyAccess"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Managed_policy_gives_what_AWS_says_it_gives()
    {
        var cloud = new IamCloud().HavingRole();
        cloud.Create(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "logs",
            ("role", "recorder"),
            ("policyArn", "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"));

        Assert.True(cloud.May("logs:PutLogEvents", "arn:aws:logs:eu-west-1:000000000000:log-group:access:*"));
        Assert.Contains("AdministratorAccess", Assert.Throws<ArgumentException>(() => cloud.Create(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "admin", ("role", "recorder"), (
                "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resource_policy_is_read_by_the_same_rules()
    {
        var error =
            Assert.Throws<FormatException>(() =>
                PolicyReader.Read(Document(Allow("sqs:SendMessage", Queue, "pixel-send")), PolicyKind.Resource));

        Assert.Equal("statement 'pixel-send': Principal is missing", error.Message);
    }

    private static void Deploy(string document) =>
        new IamCloud().HavingRole().Create("aws:iam/rolePolicy:RolePolicy", "recording", ("role", "recorder"), ("policy", document));
}
