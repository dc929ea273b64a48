using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
    // One member a line, so that a diff shows the member that changed; and text as people write it.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Invokes the function for a resource and answers what it made.</summary>
    public static Output<ProvisionedResource> Create<T>(string name, PinpointResourceArgs<T> args, string type, JsonTypeInfo<T> json, Resource parent)
    {
        var provisioner = args.Provisioner;
        var invocation = new Aws.Lambda.Invocation(name, new()
        {
            FunctionName = provisioner.Function.Function.Name,
            LifecycleScope = "CRUD",
            Input = Output.Tuple(provisioner.App.ApplicationId, args.Definition).Apply(values => Write(new()
            {
                Type = type,
                Name = args.Name,
                ApplicationId = values.Item1,
                Definition = JsonSerializer.SerializeToElement(values.Item2, json),
                Attempt = provisioner.Settings.Attempt,
                OverwriteConsoleEdits = provisioner.Settings.OverwriteConsoleEdits,
            })),
        }, new CustomResourceOptions { Parent = parent, DeleteBeforeReplace = true, DependsOn = args.DependsOn });
        return invocation.Result.Apply(result => JsonSerializer.Deserialize(result, ProvisioningJson.Default.ProvisionedResource)!);
    }

    private static string Write(ResourceDeclaration declaration)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Readable))
        {
            JsonSerializer.Serialize(writer, declaration, ProvisioningJson.Default.ResourceDeclaration);
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
