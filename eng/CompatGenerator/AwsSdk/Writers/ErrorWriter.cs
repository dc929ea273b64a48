using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>An error of the service: an exception class, with the constructors that all of them have.</summary>
internal static class ErrorWriter
{
    /// <summary>The error code <c>DecryptionFailure</c> is the class <c>DecryptionFailureException</c>.</summary>
    public static string ClassName(Structure error)
        => error.Name.EndsWith("Exception", StringComparison.Ordinal) ? error.Name : $"{error.Name}Exception";

    /// <summary>Whether the exception's base class has the member: the pipeline reads it.</summary>
    public static bool IsInherited(StructureMember member) => member.PropertyName is "Message" or "RequestId";

    private static bool HasMembers(Structure error) => !error.Members.All(IsInherited);

    public static void Write(CodeWriter code, ServiceModel model, Structure error)
    {
        var name = ClassName(error);
        code.Block($"public partial class {name} : Amazon{model.Service.Name}Exception{(HasMembers(error) ? ", IJsonReadable" : "")}", () =>
        {
            Constructors(code, name, "innerException");
            if (HasMembers(error))
            {
                StructureWriter.Properties(code, model, error);
                StructureWriter.ReadMember(code, model, error);
            }
        });
    }

    /// <summary>The class of all errors of the service.</summary>
    public static void WriteBase(CodeWriter code, string name)
        => code.Block(
            $"public partial class {name} : AmazonServiceException",
            () => Constructors(code, name, "innerException.Message, innerException"));

    private static void Constructors(CodeWriter code, string name, string passedInner)
    {
        const string Details = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
        const string Passed = "errorType, errorCode, requestId, statusCode";
        Constructor(code, name, "string message", "message");
        Constructor(code, name, "string message, Exception innerException", "message, innerException");
        Constructor(code, name, "Exception innerException", passedInner);
        Constructor(code, name, $"string message, Exception innerException, {Details}", $"message, innerException, {Passed}");
        Constructor(code, name, $"string message, {Details}", $"message, {Passed}");
    }

    private static void Constructor(CodeWriter code, string name, string parameters, string passed)
        => code.Line($"public {name}({parameters}) : base({passed}) {{ }}");
}
