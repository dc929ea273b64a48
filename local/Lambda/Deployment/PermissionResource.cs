using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda.Deployment;

/// <summary><c>aws:lambda/permission:Permission</c>.</summary>
/// <param name="cloud">Account and region.</param>
/// <param name="functions">The deployed functions.</param>
internal sealed class PermissionResource(CloudContext cloud, LambdaService functions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:lambda/permission:Permission";

    /// <summary>A statement never changes: another takes its place.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        NameInput = "statementId",
        Delete = (permission, _) =>
        {
            functions.Policy(permission.Request.RequiredText("function"))?.Remove(permission.Id!);
            return Task.CompletedTask;
        },
    };

    /// <summary>Adds a statement to the function's policy; the id is the statement's, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.InRegion(cloud).Known(
            "action", "function", "principal", "region", "sourceAccount", "sourceArn", "statementId", "statementIdPrefix");
        var sid = request.Text("statementId") ?? Named(request).PhysicalName();
        var function = request.RequiredText("function");
        var found = functions.Find(function) ?? throw request.Invalid("function", $"names {function}, which is not deployed");
        functions.Policy(found.Arn)!.Add(new FunctionPolicyStatement
        {
            Sid = sid,
            Action = request.RequiredText("action"),
            Principal = request.RequiredText("principal"),
            Resource = found.Arn,
            SourceArn = request.Text("sourceArn"),
            SourceAccount = request.Text("sourceAccount"),
        });
        return Task.FromResult(new ResourceState(sid, new Dictionary<string, object> { ["statementId"] = sid, ["region"] = cloud.Region }));
    }

    private static ResourceRequest Named(ResourceRequest request) =>
        request.Text("statementIdPrefix") is { } prefix ? request with { Inputs = request.Inputs.SetItem("namePrefix", prefix) } : request;
}
