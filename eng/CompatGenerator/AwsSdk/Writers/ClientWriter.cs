using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The service's client.</summary>
internal static class ClientWriter
{
    public static void Write(CodeWriter code, ServiceModel model)
    {
        var service = model.Service;
        code.Block($"public partial class Amazon{service.Name}Client : AmazonServiceClient, IAmazon{service.Name}", () =>
        {
            Constructors(code, $"Amazon{service.Name}Client", $"Amazon{service.Name}Config");
            code.Line($"protected override IServiceMetadata ServiceMetadata => {service.Name}Service.Description;");
            code.Line("protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);");
            code.Line("protected override void Dispose(bool disposing) => base.Dispose(disposing);");
            foreach (var operation in model.Operations)
            {
                code.Line($"public virtual {Signature(operation)}");
                code.Line($"    => InvokeAsync<{operation.ResponseName}>(request, {operation.Name}Operation.Options, cancellationToken);");
            }

            // AWSSDK.Core has a type of this name, and so may the service.
            code.Line("public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)");
            code.Line("    => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));");
        });
    }

    public static string Signature(Operation operation)
        => $"Task<{operation.ResponseName}> {operation.Name}Async("
            + $"{operation.Input} request, CancellationToken cancellationToken = default)";

    private static void Constructors(CodeWriter code, string client, string config)
    {
        const string Keys = "string awsAccessKeyId, string awsSecretAccessKey";
        const string PassedKeys = "awsAccessKeyId, awsSecretAccessKey";
        code.Line($"public {client}() : base(new {config}()) {{ }}");
        code.Line($"public {client}(RegionEndpoint region) : base(new {config} {{ RegionEndpoint = region }}) {{ }}");
        code.Line($"public {client}({config} config) : base(config) {{ }}");
        With(code, client, config, "AWSCredentials credentials", "credentials");
        With(code, client, config, Keys, PassedKeys);
        With(code, client, config, $"{Keys}, string awsSessionToken", $"{PassedKeys}, awsSessionToken");
    }

    private static void With(CodeWriter code, string client, string config, string identity, string passed)
    {
        code.Line($"public {client}({identity}) : this({passed}, new {config}()) {{ }}");
        code.Line($"public {client}({identity}, RegionEndpoint region) : this({passed}, new {config} {{ RegionEndpoint = region }}) {{ }}");
        code.Line($"public {client}({identity}, {config} clientConfig) : base({passed}, clientConfig) {{ }}");
    }
}
