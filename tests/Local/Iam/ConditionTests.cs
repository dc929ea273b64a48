using Engagement.Local.Aws;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

public sealed class ConditionTests
{
    private const string Rule = "arn:aws:events:eu-west-1:000000000000:rule/releases";

    // The caller is events.amazonaws.com for the rule above.
    [Theory]
    [InlineData("StringEquals", "aws:SourceAccount", "000000000000", true)]
    [InlineData("StringEquals", "AWS:SourceAccount", "000000000000", true)]
    [InlineData("StringEquals", "aws:SourceAccount", "111111111111", false)]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws:events:eu-west-1:000000000000:rule/*", false)]
    [InlineData("StringEquals", "aws:RequestedRegion", "EU-WEST-1", false)]
    [InlineData("StringEqualsIgnoreCase", "aws:RequestedRegion", "EU-WEST-1", true)]
    [InlineData("StringNotEquals", "aws:RequestedRegion", "eu-west-1", false)]
    [InlineData("StringNotEquals", "aws:RequestedRegion", "us-east-1", true)]
    [InlineData("StringLike", "aws:SourceArn", "*rule/rel?ases", true)]
    [InlineData("StringLike", "aws:SourceArn", "*rule/", false)]
    [InlineData("StringNotLike", "aws:SourceArn", "*rule/*", false)]
    [InlineData("ArnEquals", "aws:SourceArn", Rule, true)]
    [InlineData("ArnEquals", "aws:SourceArn", "arn:aws:events:*:*:rule/*", true)]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:events:eu-west-1:000000000000:rule/other", false)]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:events:eu-*:rule/releases:x:y", false)]
    [InlineData("ArnNotLike", "aws:SourceArn", "arn:aws:events:*:*:rule/*", false)]
    [InlineData("Bool", "aws:SecureTransport", "true", true)]
    [InlineData("Bool", "aws:SecureTransport", "False", false)]
    [InlineData("Null", "aws:SourceArn", "false", true)]
    [InlineData("Null", "aws:PrincipalArn", "false", false)]
    [InlineData("Null", "aws:PrincipalArn", "true", true)]
    [InlineData("StringEquals", "aws:PrincipalArn", "arn:aws:iam::000000000000:role/x", false)]
    [InlineData("StringNotEquals", "aws:PrincipalArn", "arn:aws:iam::000000000000:role/x", true)]
    [InlineData("StringEqualsIfExists", "aws:PrincipalArn", "arn:aws:iam::000000000000:role/x", true)]
    [InlineData("ArnLikeIfExists", "aws:SourceArn", "arn:aws:events:*:*:rule/other", false)]
    [InlineData("StringEquals", "dynamodb:LeadingKeys", "x", false)]
    public void Permission_holds_only_where_its_condition_is_met(string op, string key, string value, bool may)
    {
        var cloud = new IamCloud().HavingResourcePolicy(Queue, new
        {
            Effect = "Allow",
            Principal = "*",
            Action = "sqs:SendMessage",
            Resource = Queue,
            Condition = new Dictionary<string, object> { [op] = new Dictionary<string, string> { [key] = value } },
        });

        Assert.Equal(may, cloud.May("sqs:SendMessage", caller: Principal.Service("events.amazonaws.com", Rule)));
    }

    [Theory]
    [InlineData("StringEquals", true)]
    [InlineData("StringNotEquals", false)]
    public void One_of_several_values_must_match_or_none_where_negated(string op, bool may)
    {
        var cloud = With(new
        {
            Effect = "Allow",
            Action = "sqs:SendMessage",
            Resource = Queue,
            Condition = new Dictionary<string, object>
            {
                [op] = new Dictionary<string, string[]> { ["aws:RequestedRegion"] = ["us-east-1", "eu-west-1"] }
            },
        });

        Assert.Equal(may, cloud.May("sqs:SendMessage"));
    }

    [Fact]
    public void All_conditions_of_a_statement_must_be_met()
    {
        var cloud = With(new
        {
            Effect = "Allow",
            Action = "sqs:SendMessage",
            Resource = Queue,
            Condition = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string> { ["aws:RequestedRegion"] = "eu-west-1" },
                ["ArnLike"] = new Dictionary<string, string> { ["aws:PrincipalArn"] = "arn:aws:iam::*:role/other" },
            },
        });

        Assert.False(cloud.May("sqs:SendMessage"));
    }

    public static TheoryData<string> Callers => ["role", "service", "account"];

    // The usual statement that forbids plain HTTP. It binds everybody, the account itself, too.
    [Theory]
    [MemberData(nameof(Callers))]
    public void Denial_of_plain_http_lets_through_what_comes_over_TLS_and_nothing_else(string kind)
    {
        var caller = Caller(kind);
        var cloud = With(Allow("sqs:*", "*")).HavingResourcePolicy(
            Queue,
            new { Effect = "Allow", Principal = new { Service = "events.amazonaws.com" }, Action = "sqs:SendMessage", Resource = Queue },
            new
            {
                Effect = "Deny",
                Principal = "*",
                Action = "sqs:*",
                Resource = Queue,
                Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } }
            });

        Assert.True(cloud.May("sqs:SendMessage", caller: caller));
        Assert.EndsWith(
            "with an explicit deny in a resource-based policy", cloud.Denial(
                "sqs:SendMessage", caller: caller with { IsOverTls = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Denial_in_a_roles_own_policy_knows_plain_http_too()
    {
        var cloud = With(
            Allow("sqs:SendMessage", Queue),
            new
            {
                Effect = "Deny",
                Action = "*",
                Resource = "*",
                Condition = new { Bool = new Dictionary<string, bool> { ["aws:SecureTransport"] = false } }
            });

        Assert.True(cloud.May("sqs:SendMessage"));
        Assert.False(cloud.May("sqs:SendMessage", caller: Principal.Role(Role) with { IsOverTls = false }));
    }

    private static Principal Caller(string kind) => kind switch
    {
        "role" => Principal.Role(Role),
        "service" => Principal.Service("events.amazonaws.com", Rule),
        _ => new Principal(PrincipalKind.Account, "arn:aws:iam::000000000000:root"),
    };
}
