using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The files that a service has one of.</summary>
internal static class ServiceWriter
{
    public static IEnumerable<GeneratedFile> Write(ServiceModel model)
    {
        yield return ClientWriter.Write(model);
        yield return InterfaceWriter.Write(model);
        yield return ConfigurationWriter.Write(model.Service);
        yield return Request(model.Service);
        yield return Exception(model.Service);
        yield return Description(model.Service);
        yield return UnmarshallerBase(model);
        foreach (var operation in model.Operations.Where(operation => operation.Output is null))
        {
            var name = OperationWriter.ResponseName(operation);
            yield return SourceFile.Of(model.Service, $"Model/{name}.cs", $"{model.Service.Namespace}.Model", ["Amazon.Runtime"],
                code => code.Block($"public partial class {name} : AmazonWebServiceResponse", () => { }));
        }
    }

    private static GeneratedFile Request(Service service)
        => SourceFile.Of(service, $"Amazon{service.Name}Request.cs", service.Namespace, ["Amazon.Runtime"],
            code => code.Block($"public partial class Amazon{service.Name}Request : AmazonWebServiceRequest", () => { }));

    private static GeneratedFile Exception(Service service)
        => SourceFile.Of(service, $"Amazon{service.Name}Exception.cs", service.Namespace, ["Amazon.Runtime", "System", "System.Net"],
            code => code.Block($"public partial class Amazon{service.Name}Exception : AmazonServiceException", () => ErrorWriter.Constructors(code, $"Amazon{service.Name}Exception")));

    private static GeneratedFile Description(Service service)
        => SourceFile.Of(service, $"Internal/{service.Name}Service.cs", $"{service.Namespace}.Internal", ["AwsSdkRuntime"], code =>
            code.Block($"internal static class {service.Name}Service", () =>
            {
                code.Line("public static readonly ServiceDescription Description = new()").Line("{");
                code.Line($"    Name = \"{service.Namespace}\",");
                code.Line($"    ServiceId = \"{service.ServiceId}\",");
                code.Line($"    ApiVersion = \"{service.ApiVersion}\",");
                code.Line($"    EndpointPrefix = \"{service.EndpointPrefix}\",");
                if (service.TargetPrefix is not null)
                {
                    code.Line($"    TargetPrefix = \"{service.TargetPrefix}\",");
                }

                if (service.JsonVersion is not null)
                {
                    code.Line($"    JsonVersion = \"{service.JsonVersion}\",");
                }

                code.Line("};");
            }));

    private static GeneratedFile UnmarshallerBase(ServiceModel model)
    {
        var service = model.Service;
        string[] imports = ["Amazon.Runtime", "Amazon.Runtime.Internal", "Amazon.Runtime.Internal.Transform", "Amazon.Runtime.Internal.Util", "AwsSdkRuntime", $"{service.Namespace}.Model"];
        return SourceFile.Of(service, $"Internal/{service.Name}Unmarshaller.cs", $"{service.Namespace}.Internal", imports, code =>
            code.Block($"internal abstract class {service.Name}Unmarshaller : OperationUnmarshaller", () =>
            {
                code.Block("protected override AmazonServiceException CreateException(ErrorResponse error) => error.Code switch", () =>
                {
                    foreach (var error in model.Errors)
                    {
                        code.Line($"\"{error.Name}\" => {New(ErrorWriter.ClassName(error))},");
                    }

                    code.Line($"_ => {New($"Amazon{service.Name}Exception")},");
                }, ";");
                code.Line();
                code.Block("protected override void ReadMembers(AmazonServiceException exception, JsonUnmarshallerContext body, ref StreamingUtf8JsonReader reader)", () =>
                {
                    var otherwise = "";
                    foreach (var name in model.Errors.Where(ErrorWriter.HasMembers).Select(ErrorWriter.ClassName))
                    {
                        code.Block($"{otherwise}if (exception is {name} {Local(name)})", () => code.Line($"{UnmarshallerWriter.ClassName(name)}.Instance.ReadMembers({Local(name)}, body, ref reader);"));
                        otherwise = "else ";
                    }
                });
            }));
    }

    private static string Local(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string New(string name) => $"new {name}(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)";
}
