using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The service's interface.</summary>
internal static class InterfaceWriter
{
    public static void Write(CodeWriter code, ServiceModel model)
    {
        var service = model.Service;
        var (config, client) = ($"Amazon{service.Name}Config", $"Amazon{service.Name}Client");
        code.Block($"public partial interface IAmazon{service.Name} : IAmazonService, IDisposable", () =>
        {
            foreach (var operation in model.Operations)
            {
                code.Line($"{ClientWriter.Signature(operation)};");
            }

            code.Line("Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);");
            code.Line($"[DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof({config}))]");
            code.Line($"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {config}();");
            code.Line(
                "[UnconditionalSuppressMessage(\"AssemblyLoadTrimming\", \"IL2026\", Justification = \"This client is trim safe.\")]");
            code.Block(
                "static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)",
                () =>
                {
                    code.Line($"var config = clientConfig as {config} ?? throw new AmazonClientException(\"{client} needs an {config}\");");
                    code.Line($"return awsCredentials is null ? new {client}(config) : new {client}(awsCredentials, config);");
                });
        });
    }
}
