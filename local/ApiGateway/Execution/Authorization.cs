using System.Net;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// Lets requests through to methods with <c>AWS_IAM</c>. Who calls is read from the signature, which this cloud verifies nowhere. Whether
/// the caller may call, its policies decide: those for <c>execute-api:Invoke</c> on the method.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
/// </summary>
/// <param name="cloud">Account and region.</param>
/// <param name="aws">Decides, and keeps the record of it.</param>
/// <param name="callerOf">Whose an access key is.</param>
internal sealed class Authorization(CloudContext cloud, IAwsEndpoint aws, Func<string, Principal> callerOf)
{
    private const string ServiceName = "execute-api";

    /// <summary>Returns if the request may go on to the method.</summary>
    /// <exception cref="GatewayErrorException">It is not signed, or the caller may not call the method.</exception>
    public async Task AuthorizeAsync(Invocation invocation, MethodDefinition method, CancellationToken cancellationToken)
    {
        if (!method.RequiresSignature)
        {
            return;
        }

        var scope = Scope(invocation.Request.Header("Authorization"));
        var caller = callerOf(scope.AccessKeyId);
        invocation.Identify(CallerIdentity.From(scope.AccessKeyId, caller));
        try
        {
            await aws.CallAsync(
                caller, ServiceName, "Invoke", "execute-api:Invoke", MethodArn(cloud.Account, invocation), _ =>
                    Task.FromResult(true), cancellationToken);
        }
        catch (AwsException e) when (e.Status == HttpStatusCode.Forbidden)
        {
            // Callers are not told the account that they call.
            var (whole, masked) = (MethodArn(cloud.Account, invocation), MethodArn($"********{cloud.Account[8..]}", invocation));
            throw new GatewayErrorException(GatewayError.AccessDenied(e.Message.Replace(whole, masked, StringComparison.Ordinal)));
        }
        catch (AwsException e)
        {
            throw new GatewayErrorException(GatewayError.Internal, e.Message);
        }
    }

    private CredentialScope Scope(string? authorization)
    {
        if (string.IsNullOrWhiteSpace(authorization))
        {
            throw new GatewayErrorException(GatewayError.MissingAuthenticationToken);
        }

        var scope = CredentialScope.Parse(authorization) ?? throw new GatewayErrorException(GatewayError.IncompleteSignature);
        return scope.SigningName != ServiceName ? throw new GatewayErrorException(GatewayError.OtherService)
            : scope.Region == cloud.Region ? scope
            : throw new GatewayErrorException(GatewayError.OtherRegion);
    }

    private string MethodArn(string account, Invocation invocation) =>
        $"arn:aws:{ServiceName}:{cloud.Region}:{account}:{invocation.Stage.ApiId}/{invocation.Stage.Name}/"
            + $"{invocation.Request.Method}{invocation.Request.Path}";
}
