using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>An operation: how its request and its answer travel.</summary>
internal static class OperationWriter
{
    public static void Write(CodeWriter code, ServiceModel model, Operation operation)
        => code.Block($"internal static class {operation.Name}Operation", () =>
        {
            code.Line("public static InvokeOptions Options => new() { RequestMarshaller = Request, ResponseUnmarshaller = Response };");
            if (model.Service.TargetPrefix is null)
            {
                Rest(code, model, operation);
            }
            else
            {
                code.Line($"private static readonly AwsJsonMarshaller<{operation.RequestName}> Request = "
                    + $"new({model.Service.Name}Service.Description, \"{operation.Name}\");");
            }

            code.Line($"private static readonly {model.Service.Name}Unmarshaller Response = new(static (context, ref reader) => "
                + $"{Response(model, operation)});");
        });

    private static void Rest(CodeWriter code, ServiceModel model, Operation operation)
    {
        var input = model.Structure(operation.Input!);
        var head = $"private static readonly RestMarshaller<{input.Name}> Request = new({model.Service.Name}Service.Description, "
            + $"\"{operation.Method}\", \"{operation.Path}\", static (request, http) =>";
        code.Block(head, () =>
        {
            foreach (var member in input.Members.Where(member => member.Location != MemberLocation.Body))
            {
                code.Line(Binding(model.Service, operation, member));
            }

            if (input.Members.Any(member => member.Location == MemberLocation.Body))
            {
                code.Line("http.Body(\"application/json\", request);");
            }
        }, ");");
    }

    private static string Binding(Service service, Operation operation, StructureMember member) => member.Location switch
    {
        MemberLocation.Label => $"http.AddPathResource(\"{{{member.WireName}}}\", request.{member.PropertyName} ?? "
            + $"throw new Amazon{service.Name}Exception(\"{member.PropertyName} is required: it is part of the request's path\"));",
        MemberLocation.Query => $"http.Query(\"{member.WireName}\", {QueryValue(member)});",
        MemberLocation.Payload => $"http.Body(\"application/json\", request.{member.PropertyName});",
        _ => throw new GeneratorException($"{service.Id}: {operation.Name} has a header, {member.Name}; write its binding first"),
    };

    private static string QueryValue(StructureMember member) => member.Type is BooleanType
        ? $"request.{member.PropertyName} is {{ }} flag ? flag ? \"true\" : \"false\" : null"
        : $"request.{member.PropertyName}";

    private static string Response(ServiceModel model, Operation operation)
    {
        if (operation.Output is null)
        {
            return $"new {operation.ResponseName}()";
        }

        var output = model.Structure(operation.Output);
        return output.Members.FirstOrDefault(member => member.Location == MemberLocation.Payload) is { } payload
            ? $"new {output.Name} {{ {payload.PropertyName} = "
                + $"{model.TypeOf(output, payload).ReaderInstance}.Unmarshall(context, ref reader) }}"
            : $"StructureUnmarshaller<{output.Name}>.Instance.Unmarshall(context, ref reader) ?? new {output.Name}()";
    }
}
