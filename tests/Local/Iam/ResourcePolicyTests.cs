using Engagement.Local.Aws;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

public sealed class ResourcePolicyTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:000000000000:function:filter-audience";
    private const string Campaign = "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/a1/campaigns/c1";

    private static readonly Principal Pinpoint = Principal.Service("pinpoint.eu-west-1.amazonaws.com", Campaign);

    [Theory]
    [InlineData("pinpoint.eu-west-1.amazonaws.com", "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/a1/*", true)]
    [InlineData("pinpoint.eu-west-1.amazonaws.com", "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/a2/*", false)]
    [InlineData("pinpoint.us-east-1.amazonaws.com", "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/a1/*", false)]
    public void Service_may_call_a_function_that_lets_it(string service, string source, bool may) => Assert.Equal(
        may,
        new IamCloud().HavingResourcePolicy(Function, Permission(service, source)).May("lambda:InvokeFunction", Function, Pinpoint));

    [Fact]
    public void Service_without_a_permission_is_denied_in_the_words_of_AWS() => Assert.Equal(
        $"User: pinpoint.eu-west-1.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: {Function} " +
        "because no resource-based policy allows the lambda:InvokeFunction action",
        new IamCloud().Denial("lambda:InvokeFunction", Function, Pinpoint));

    [Fact]
    public void Policy_of_one_resource_is_no_other_resources() => Assert.False(
        new IamCloud().HavingResourcePolicy(Function, Permission(Pinpoint.Name, "arn:aws:mobiletargeting:*:*:apps/*"))
            .May("lambda:InvokeFunction", Function + "-2", Pinpoint));

    [Theory]
    [InlineData(Role, true)]
    [InlineData("arn:aws:sts::000000000000:assumed-role/recorder/record-pixel-events", true)]
    [InlineData("*", true)]
    [InlineData("arn:aws:iam::000000000000:role/other", false)]
    [InlineData("000000000000", false)]
    [InlineData("arn:aws:iam::000000000000:root", false)]
    public void Role_needs_a_policy_that_names_it_and_not_just_its_account(string principal, bool may) => Assert.Equal(
        may,
        new IamCloud().HavingRole().HavingResourcePolicy(Queue, Statement("Allow", new { AWS = principal })).May("sqs:SendMessage"));

    [Fact]
    public void Role_may_by_its_own_policy_without_one_on_the_resource() =>
        Assert.True(With(Allow("sqs:SendMessage", Queue)).May("sqs:SendMessage"));

    [Theory]
    [InlineData(Role)]
    [InlineData("*")]
    [InlineData("000000000000")]
    public void Denial_of_a_resource_wins_over_what_the_role_may(string principal) => Assert.EndsWith(
        "with an explicit deny in a resource-based policy",
        With(Allow("sqs:*", "*"))
            .HavingResourcePolicy(Queue, Statement("Deny", new { AWS = principal }), Statement("Allow", new { AWS = "*" }))
            .Denial("sqs:SendMessage"),
        StringComparison.Ordinal);

    [Fact]
    public void Denial_of_one_service_is_not_of_another() => Assert.True(
        With(Allow("sqs:*", "*"))
            .HavingResourcePolicy(Queue, Statement("Deny", new { Service = "sns.amazonaws.com" }))
            .May("sqs:SendMessage"));

    private static object Permission(string service, string source) => new
    {
        Sid = "pinpoint-hook",
        Effect = "Allow",
        Principal = new { Service = service },
        Action = "lambda:InvokeFunction",
        Resource = Function,
        Condition = new
        {
            StringEquals = new Dictionary<string, string> { ["AWS:SourceAccount"] = "000000000000" },
            ArnLike = new Dictionary<string, string> { ["AWS:SourceArn"] = source },
        },
    };

    private static object Statement(string effect, object principal) =>
        new { Effect = effect, Principal = principal, Action = "sqs:SendMessage", Resource = Queue };
}
