using Engagement.Local.Aws;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

public sealed class PermissionTests
{
    private const string Dlq = Queue + "-dlq";

    [Fact]
    public void Each_action_of_each_statement_shows_how_often_a_call_needed_it()
    {
        var cloud = With(
            new { Sid = "Take", Effect = "Allow", Action = new[] { "sqs:ReceiveMessage", "sqs:DeleteMessage" }, Resource = Queue },
            Allow("sqs:SendMessage", Dlq, "Give"));

        cloud.May("sqs:ReceiveMessage");
        cloud.May("sqs:ReceiveMessage");
        cloud.May("sqs:SendMessage", Dlq);

        Assert.Equal(
            [("Take", "sqs:ReceiveMessage", 2), ("Take", "sqs:DeleteMessage", 0), ("Give", "sqs:SendMessage", 1)],
            cloud.Authorizer.Permissions().Select(permission => (permission.Sid, permission.Action, (int)permission.Used)));
        Assert.All(cloud.Authorizer.Permissions(), permission => Assert.Equal((Role, "policy"), (permission.Role, permission.Policy)));
    }

    [Fact]
    public void Denied_call_has_used_nothing()
    {
        var cloud = With(Allow("sqs:SendMessage", Queue, "Send"));

        Assert.Throws<AwsException>(() => cloud.Authorizer.Demand(Principal.Role(Role), "sqs:SendMessage", [Queue, Dlq]));

        Assert.Equal(0, Assert.Single(cloud.Authorizer.Permissions()).Used);
    }

    [Fact]
    public void Statement_that_allows_what_another_does_is_never_used()
    {
        var cloud = With(Allow("sqs:SendMessage", Queue, "Send")).HavingPolicy("second", Allow("sqs:*", "*", "All"));

        cloud.May("sqs:SendMessage");

        Assert.Equal("All", Assert.Single(cloud.Authorizer.Permissions(), permission => permission.Used == 0).Sid);
    }

    [Fact]
    public void Revoked_statement_allows_no_more_and_its_neighbours_still_do()
    {
        var cloud = With(Allow("sqs:SendMessage", Queue, "Send"), Allow("sqs:ReceiveMessage", Queue, "Take"));

        Assert.True(cloud.Roles.Revoke(Role, "policy", "Send"));

        Assert.False(cloud.May("sqs:SendMessage"));
        Assert.True(cloud.May("sqs:ReceiveMessage"));
        Assert.False(cloud.Roles.Revoke(Role, "policy", "Send"));
    }

    [Fact]
    public void Statements_of_AWS_own_policies_are_not_the_stacks_to_narrow()
    {
        var cloud = new IamCloud().HavingRole();
        cloud.Create(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "logs",
            ("role", "recorder"),
            ("policyArn", "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"));

        Assert.Empty(cloud.Authorizer.Permissions());
    }
}
