using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>An error of the service: an exception class, with the constructors that all of them have.</summary>
internal static class ErrorWriter
{
    private static readonly string[] Imports =
    [
        "Amazon.Runtime", "Amazon.Runtime.Internal.Transform", "Amazon.Runtime.Internal.Util", "AwsSdkRuntime", "System", "System.Collections.Generic", "System.IO", "System.Net",
    ];

    /// <summary>The error code <c>DecryptionFailure</c> is the class <c>DecryptionFailureException</c>.</summary>
    public static string ClassName(Structure error)
        => error.Name.EndsWith("Exception", StringComparison.Ordinal) ? error.Name : $"{error.Name}Exception";

    /// <summary>Something besides the text, which the pipeline reads itself.</summary>
    public static bool HasMembers(Structure error) => error.Members.Any(member => member.PropertyName != "Message");

    public static GeneratedFile Write(ServiceModel model, Structure error)
    {
        var service = model.Service;
        var name = ClassName(error);
        return SourceFile.Of(service, $"Model/{name}.cs", $"{service.Namespace}.Model", Imports, code =>
        {
            code.Block($"public partial class {name} : Amazon{service.Name}Exception", () =>
            {
                Constructors(code, name);
                if (HasMembers(error))
                {
                    code.Line();
                    StructureWriter.Properties(code, model, error);
                }
            });
            if (HasMembers(error))
            {
                UnmarshallerWriter.Write(code, model, error);
            }
        });
    }

    public static void Constructors(CodeWriter code, string name)
    {
        const string Details = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
        const string Passed = "errorType, errorCode, requestId, statusCode";
        Constructor(code, name, "", "");
        Constructor(code, name, "string message", "message");
        Constructor(code, name, "string message, Exception innerException", "message, innerException");
        Constructor(code, name, "Exception innerException", "innerException");
        Constructor(code, name, $"string message, Exception innerException, {Details}", $"message, innerException, {Passed}");
        Constructor(code, name, $"string message, {Details}", $"message, {Passed}");
    }

    private static void Constructor(CodeWriter code, string name, string parameters, string passed)
        => code.Line($"public {name}({parameters}) : base({passed}) {{ }}");
}
