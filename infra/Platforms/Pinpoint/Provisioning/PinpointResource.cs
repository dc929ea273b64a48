using System.Text.Json;
using Engagement.Infra.Json;
using Engagement.Pinpoint.Provisioning;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>
/// A resource of Pinpoint that Pulumi has no type for. A function makes it. The invocation has no triggers, and the function's name never
/// changes: either would replace the resource. A replacement invokes the function for the new one before it deletes the old; by then both
/// are the same.
/// </summary>
/// <typeparam name="T">What declares it.</typeparam>
internal sealed class PinpointResource<T> : ComponentResource
{
    public PinpointResource(
        string name, PinpointResourceType<T> type, PinpointResourceArgs<T> args, ComponentResourceOptions? options = null)
        : base($"engagement:provisioning:{type.Component}", name, options)
    {
        var invocation = new Aws.Lambda.Invocation(name, new()
        {
            FunctionName = args.Provisioner.Function.Function.Name,
            LifecycleScope = "CRUD",
            Input = Output.Tuple(args.Provisioner.App.ApplicationId, args.Definition)
                .Apply(known => Write(type, args, known.Item1, known.Item2)),
        }, new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true, DependsOn = args.DependsOn });
        var made = invocation.Result.Apply(result => JsonSerializer.Deserialize(result, ProvisioningJson.Default.ProvisionedResource)!);
        Id = made.Apply(resource => resource.Id);
        Arn = made.Apply(resource => resource.Arn);
        RegisterOutputs();
    }

    /// <summary>Pinpoint's id, known once the resource exists.</summary>
    public Output<string> Id { get; }

    public Output<string> Arn { get; }

    private static string Write(
        PinpointResourceType<T> type, PinpointResourceArgs<T> args, string applicationId, T definition) => ReadableJson.Write(
        new()
        {
            Type = type.Name,
            Name = args.Name,
            ApplicationId = applicationId,
            Definition = JsonSerializer.SerializeToElement(definition, type.Json),
            Attempt = args.Provisioner.Settings.Attempt,
            OverwriteConsoleEdits = args.Provisioner.Settings.OverwriteConsoleEdits,
        },
        ProvisioningJson.Default.ResourceDeclaration);
}
