using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The three files of a service, one for each namespace.</summary>
internal static class ServiceWriter
{
    public static IReadOnlyList<GeneratedFile> Write(ServiceModel model) =>
    [
        SourceFile.Create(model.Service, null, code => Client(code, model)),
        SourceFile.Create(model.Service, "Model", code => Model(code, model)),
        SourceFile.Create(model.Service, "Internal", code => Internal(code, model)),
    ];

    private static void Client(CodeWriter code, ServiceModel model)
    {
        var service = model.Service;
        ClientWriter.Write(code, model);
        InterfaceWriter.Write(code, model);
        ConfigurationWriter.Write(code, service);
        code.Line($"public partial class Amazon{service.Name}Request : AmazonWebServiceRequest {{ }}");
        ErrorWriter.WriteBase(code, $"Amazon{service.Name}Exception");
        foreach (var enumeration in model.Enumerations)
        {
            EnumerationWriter.Write(code, enumeration);
        }

        NameWriter.Write(code, model.OtherNames);
    }

    private static void Model(CodeWriter code, ServiceModel model)
    {
        foreach (var structure in model.Structures)
        {
            StructureWriter.Write(code, model, structure);
        }

        foreach (var operation in model.Operations.Where(operation => operation.Output is null))
        {
            code.Line($"public partial class {operation.ResponseName} : AmazonWebServiceResponse {{ }}");
        }

        foreach (var error in model.Errors)
        {
            ErrorWriter.Write(code, model, error);
        }

        NameWriter.Write(code, model.OtherModelNames);
    }

    private static void Internal(CodeWriter code, ServiceModel model)
    {
        DescriptionWriter.Write(code, model.Service);
        UnmarshallerWriter.Write(code, model);
        foreach (var operation in model.Operations)
        {
            OperationWriter.Write(code, model, operation);
        }
    }
}
