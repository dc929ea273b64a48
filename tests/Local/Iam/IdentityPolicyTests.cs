using Engagement.Local.Aws;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

public sealed class IdentityPolicyTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:signing-AbCdEf";

    [Theory]
    [InlineData("sqs:SendMessage", Queue, true)]
    [InlineData("SQS:sendmessage", Queue, true)]
    [InlineData("sqs:Send*", Queue, true)]
    [InlineData("sqs:SendMessag?", Queue, true)]
    [InlineData("sqs:*", "*", true)]
    [InlineData("*", "*", true)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:*:*:pix??", true)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:PIXEL", false)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:pixel-dlq", false)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:pix?", false)]
    [InlineData("sqs:ReceiveMessage", Queue, false)]
    [InlineData("sns:*", "*", false)]
    public void Role_may_what_a_statement_allows_and_nothing_else(string action, string resource, bool may) =>
        Assert.Equal(may, With(Allow(action, resource)).May("sqs:SendMessage"));

    [Fact]
    public void Statements_of_all_policies_of_a_role_count()
    {
        var cloud = With(Allow("sqs:ReceiveMessage", Queue)).HavingPolicy("second", Allow("sqs:DeleteMessage", Queue));

        Assert.True(cloud.May("sqs:ReceiveMessage"));
        Assert.True(cloud.May("sqs:DeleteMessage"));
    }

    [Fact]
    public void Statements_of_one_role_are_no_other_roles()
    {
        var cloud = With(Allow("sqs:*", "*")).HavingRole("other");

        Assert.False(cloud.May("sqs:SendMessage", caller: Principal.Role("arn:aws:iam::000000000000:role/other")));
        Assert.False(cloud.May("sqs:SendMessage", caller: Principal.Role("arn:aws:iam::000000000000:role/missing")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Explicit_deny_wins_wherever_it_stands(bool first)
    {
        var deny = new { Effect = "Deny", Action = "sqs:SendMessage", Resource = Queue };
        var allow = Allow("sqs:*", "*");
        var cloud = first ? With(deny, allow) : With(allow, deny);

        Assert.EndsWith("with an explicit deny in an identity-based policy", cloud.Denial("sqs:SendMessage"), StringComparison.Ordinal);
        Assert.True(cloud.May("sqs:ReceiveMessage"));
    }

    [Fact]
    public void Each_resource_of_a_call_must_be_allowed()
    {
        var cloud = With(Allow("secretsmanager:GetSecretValue", Secret));
        var caller = Principal.Role(Role, "f");

        cloud.Authorizer.Demand(caller, "secretsmanager:GetSecretValue", [Secret]);
        Assert.Throws<AwsException>(() => cloud.Authorizer.Demand(caller, "secretsmanager:GetSecretValue", [Secret, Secret + "2"]));
    }

    [Fact]
    public void Account_may_everything_and_nobody_nothing()
    {
        var cloud = new IamCloud();

        Assert.True(cloud.May("sqs:SendMessage", caller: new(PrincipalKind.Account, "arn:aws:iam::000000000000:root")));
        Assert.Equal("Missing Authentication Token", cloud.Denial("sqs:SendMessage", caller: Principal.Anonymous));
    }

    [Fact]
    public void Denial_is_told_in_the_words_of_AWS()
    {
        var cloud = new IamCloud().HavingRole();

        Assert.Equal(
            "User: arn:aws:sts::000000000000:assumed-role/recorder/record-pixel-events is not authorized to perform: lambda:InvokeFunction "
                + "on resource: " +
            "arn:aws:lambda:eu-west-1:000000000000:function:f because no identity-based policy allows the lambda:InvokeFunction action",
            cloud.Denial("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:000000000000:function:f"));
    }

    // As AWS answers SendMessage, and SQS alone.
    [Fact]
    public void Queue_denial_writes_the_action_in_lower_case() => Assert.EndsWith(
        $"is not authorized to perform: sqs:sendmessage on resource: {Queue} because no identity-based policy allows the sqs:sendmessage "
            + "action",
        new IamCloud().HavingRole().Denial("sqs:SendMessage"),
        StringComparison.Ordinal);

    [Fact]
    public void Session_of_a_role_with_a_path_is_named_without_it() => Assert.Equal(
        "arn:aws:sts::000000000000:assumed-role/recorder/f",
        Principal.Role("arn:aws:iam::000000000000:role/service-role/recorder", "f").User);
}
