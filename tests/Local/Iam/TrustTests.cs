using System.Net;
using Engagement.Local.Aws;
using static Local.Tests.Iam.IamCloud;

namespace Local.Tests.Iam;

public sealed class TrustTests
{
    private static readonly Principal Lambda = Principal.Service("lambda.amazonaws.com");

    [Fact]
    public void Service_acts_as_a_role_that_trusts_it()
    {
        var principal = new IamCloud().HavingRole().Roles.Assume(Role, Lambda, "record-pixel-events");

        Assert.Equal(Principal.Role(Role, "record-pixel-events"), principal);
        Assert.Equal("arn:aws:sts::000000000000:assumed-role/recorder/record-pixel-events", principal.User);
    }

    [Theory]
    [
        InlineData(
            "lambda.amazonaws.com",
            HttpStatusCode.BadRequest,
            "InvalidParameterValueException",
            "The role defined for the function cannot be assumed by Lambda.")
    ]
    [
        InlineData(
            "apigateway.amazonaws.com",
            HttpStatusCode.InternalServerError,
            "InternalServerErrorException",
            $"Execution failed due to configuration error: API Gateway does not have permission to assume the provided role {Role}")
    ]
    [
        InlineData(
            "states.amazonaws.com",
            HttpStatusCode.BadRequest,
            "AccessDeniedException",
            "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.")
    ]
    [
        InlineData(
            "scheduler.amazonaws.com",
            HttpStatusCode.BadRequest,
            "ValidationException",
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.")
    ]
    [
        InlineData(
            "events.amazonaws.com",
            HttpStatusCode.BadRequest,
            "ValidationException",
            $"Provided role '{Role}' cannot be assumed by principal 'events.amazonaws.com'.")
    ]
    [
        InlineData(
            "firehose.amazonaws.com",
            HttpStatusCode.Forbidden,
            "AccessDenied",
            $"User: firehose.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: {Role}")
    ]
    public void Service_that_a_role_does_not_trust_answers_its_own_error(string service, HttpStatusCode status, string code, string message)
    {
        var cloud = new IamCloud().HavingRole("recorder", Trust("sns.amazonaws.com"));

        var error = Assert.Throws<AwsException>(() => cloud.Roles.Assume(Role, Principal.Service(service), "session"));

        Assert.Equal((status, code, message), (error.Status, error.Code, error.Message));
    }

    [Fact]
    public void Missing_role_cannot_be_assumed() => Assert.Throws<AwsException>(() => new IamCloud().Roles.Assume(Role, Lambda, "f"));

    [Fact]
    public void Denial_in_a_trust_policy_wins() => Assert.Throws<AwsException>(() => new IamCloud()
        .HavingRole("recorder", Trust("lambda.amazonaws.com"), new { Effect = "Deny", Action = "sts:AssumeRole", Principal = "*" })
        .Roles.Assume(Role, Lambda, "f"));

    // As EventBridge Scheduler: a condition on the schedule fails while the schedule is being created, for it has no ARN yet.
    [Fact]
    public void Condition_on_the_source_fails_where_the_service_names_none()
    {
        const string Schedule = "arn:aws:scheduler:eu-west-1:000000000000:schedule/default/hourly";
        var cloud = new IamCloud().HavingRole("recorder", new
        {
            Effect = "Allow",
            Action = "sts:AssumeRole",
            Principal = new { Service = "scheduler.amazonaws.com" },
            Condition = new { ArnLike = new Dictionary<string, string> { ["aws:SourceArn"] = "arn:aws:scheduler:*:*:schedule/default/*" } },
        });

        Assert.Throws<AwsException>(() => cloud.Roles.Assume(Role, Principal.Service("scheduler.amazonaws.com"), "s"));
        cloud.Roles.Assume(Role, Principal.Service("scheduler.amazonaws.com", Schedule), "s");
    }
}
