using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>An operation: where the parts of its request go, and what its answer is read into.</summary>
internal static class OperationWriter
{
    public static GeneratedFile Write(ServiceModel model, Operation operation)
    {
        var service = model.Service;
        string[] imports = ["Amazon.Runtime", "Amazon.Runtime.Internal", "Amazon.Runtime.Internal.Transform", "AwsSdkRuntime", $"{service.Namespace}.Model"];
        return SourceFile.Of(service, $"Operations/{operation.Name}Operation.cs", $"{service.Namespace}.Internal", imports, code =>
            code.Block($"internal static class {operation.Name}Operation", () =>
            {
                code.Line($"public static InvokeOptions Options => new() {{ RequestMarshaller = Request, ResponseUnmarshaller = Response.Instance }};").Line();
                if (service.TargetPrefix is null)
                {
                    code.Line("private static readonly RestRequest Request = new();").Line();
                    RestRequest(code, model, operation);
                }
                else
                {
                    code.Line($"private static readonly AwsJsonMarshaller<{operation.Input}> Request = new({service.Name}Service.Description, \"{operation.Name}\");").Line();
                }

                Response(code, model, operation);
            }));
    }

    /// <summary>The response's class; operations without output have an empty one.</summary>
    public static string ResponseName(Operation operation) => operation.Output ?? $"{operation.Name}Response";

    private static void RestRequest(CodeWriter code, ServiceModel model, Operation operation)
    {
        var input = model.Structure(operation.Input!);
        code.Block($"private sealed class RestRequest() : OperationMarshaller<{input.Name}>({model.Service.Name}Service.Description, \"{operation.Method}\", \"{operation.Path}\")", () =>
            code.Block($"protected override void Bind({input.Name} request, DefaultRequest http)", () =>
            {
                foreach (var member in input.Members.Where(member => member.Location != MemberLocation.Body))
                {
                    code.Line(Binding(model.Service, operation, member));
                }

                if (input.Members.Any(member => member.Location == MemberLocation.Body))
                {
                    code.Line("http.Body(\"application/json\", request);");
                }
            }));
        code.Line();
    }

    private static string Binding(Service service, Operation operation, StructureMember member) => member.Location switch
    {
        MemberLocation.Label => $"http.AddPathResource(\"{{{member.WireName}}}\", request.{member.PropertyName} ?? throw new Amazon{service.Name}Exception(\"{member.PropertyName} is required: it is part of the request's path\"));",
        MemberLocation.Query => $"http.Query(\"{member.WireName}\", request.{member.PropertyName});",
        MemberLocation.Payload => $"http.Body(\"application/json\", request.{member.PropertyName});",
        _ => throw new GeneratorException($"{service.Id}: {operation.Name} has a header, {member.Name}; write its binding first"),
    };

    private static void Response(CodeWriter code, ServiceModel model, Operation operation)
    {
        var name = ResponseName(operation);
        code.Block($"private sealed class Response : {model.Service.Name}Unmarshaller", () =>
        {
            code.Line("public static readonly Response Instance = new();").Line();
            code.Block("public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)", () =>
            {
                if (operation.Output is null)
                {
                    code.Line($"return new {name}();");
                    return;
                }

                code.Line("var reader = Reader(context, context.Stream);");
                var payload = model.Structure(name).Members.FirstOrDefault(member => member.Location == MemberLocation.Payload);
                code.Line(payload is null
                    ? $"return {UnmarshallerWriter.ClassName(name)}.Instance.Unmarshall(context, ref reader) ?? new {name}();"
                    : $"return new {name} {{ {payload.PropertyName} = {model.TypeOf(model.Structure(name), payload).ReaderInstance}.Unmarshall(context, ref reader) }};");
            });
        });
    }
}
