using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The service's interface.</summary>
internal static class InterfaceWriter
{
    public static GeneratedFile Write(ServiceModel model)
    {
        var service = model.Service;
        var (config, client) = ($"Amazon{service.Name}Config", $"Amazon{service.Name}Client");
        string[] imports =
        [
            "Amazon.Runtime", "Amazon.Runtime.Endpoints", "System", "System.Diagnostics.CodeAnalysis", "System.Threading", "System.Threading.Tasks", $"{service.Namespace}.Model",
        ];
        return SourceFile.Of(service, $"IAmazon{service.Name}.cs", service.Namespace, imports, code =>
            code.Block($"public partial interface IAmazon{service.Name} : IAmazonService, IDisposable", () =>
            {
                foreach (var operation in model.Operations)
                {
                    code.Line($"{ClientWriter.Signature(operation)};").Line();
                }

                code.Line("Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);").Line();
                code.Line($"[DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof({config}))]");
                code.Line($"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {config}();").Line();
                code.Line("[UnconditionalSuppressMessage(\"AssemblyLoadTrimming\", \"IL2026\", Justification = \"This client is trim safe.\")]");
                code.Block("static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)", () =>
                {
                    code.Line($"var config = clientConfig as {config} ?? throw new AmazonClientException(\"{client} needs an {config}\");");
                    code.Line($"return awsCredentials is null ? new {client}(config) : new {client}(awsCredentials, config);");
                });
            }));
    }
}
