using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Engagement.Infra.Json;
using Engagement.Provisioning;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>
/// The invocation behind a Pinpoint resource. It has no triggers, and the function's name never changes: either would replace the resource,
/// and a replacement invokes the function for the new one before it deletes the old, which by then are the same.
/// </summary>
internal static class ProvisionedInvocation
{
    /// <summary>Invokes the function for a resource and answers what it made.</summary>
    public static Output<ProvisionedResource> Create<T>(string name, PinpointResourceArgs<T> args, string type, JsonTypeInfo<T> json, Resource parent)
    {
        var provisioner = args.Provisioner;
        var invocation = new Aws.Lambda.Invocation(name, new()
        {
            FunctionName = provisioner.Function.Function.Name,
            LifecycleScope = "CRUD",
            Input = Output.Tuple(provisioner.App.ApplicationId, args.Definition).Apply(values => ReadableJson.Write(new()
            {
                Type = type,
                Name = args.Name,
                ApplicationId = values.Item1,
                Definition = JsonSerializer.SerializeToElement(values.Item2, json),
                Attempt = provisioner.Settings.Attempt,
                OverwriteConsoleEdits = provisioner.Settings.OverwriteConsoleEdits,
            }, ProvisioningJson.Default.ResourceDeclaration)),
        }, new CustomResourceOptions { Parent = parent, DeleteBeforeReplace = true, DependsOn = args.DependsOn });
        return invocation.Result.Apply(result => JsonSerializer.Deserialize(result, ProvisioningJson.Default.ProvisionedResource)!);
    }
}
