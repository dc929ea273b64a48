using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>What each service says when a role that it is given does not trust it.</summary>
internal static class AssumeRoleError
{
    /// <summary>The error of the service with that host name.</summary>
    public static AwsException Create(string service, string roleArn) => service switch
    {
        "lambda.amazonaws.com" =>
            new(
                HttpStatusCode.BadRequest,
                "InvalidParameterValueException",
                "The role defined for the function cannot be assumed by Lambda."),
        // Callers of an API see only "Internal server error"; the text is what the API's execution log says.
        "apigateway.amazonaws.com" => new(
            HttpStatusCode.InternalServerError,
            "InternalServerErrorException",
            $"Execution failed due to configuration error: API Gateway does not have permission to assume the provided role {roleArn}"),
        "states.amazonaws.com" => new(
            HttpStatusCode.BadRequest,
            "AccessDeniedException",
            "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role."),
        "scheduler.amazonaws.com" => new(
            HttpStatusCode.BadRequest, "ValidationException",
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."),
        "events.amazonaws.com" => new(
            HttpStatusCode.BadRequest, "ValidationException",
            $"Provided role '{roleArn}' cannot be assumed by principal 'events.amazonaws.com'."),
        _ =>
            new(
                HttpStatusCode.Forbidden,
                "AccessDenied",
                $"User: {service} is not authorized to perform: sts:AssumeRole on resource: {roleArn}"),
    };
}
