using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>What reads the answers of a service: it knows the service's errors.</summary>
internal static class UnmarshallerWriter
{
    public static void Write(CodeWriter code, ServiceModel model)
        => code.Block(
            $"internal sealed class {model.Service.Name}Unmarshaller(OperationUnmarshaller.ResponseReader read) : "
                + "OperationUnmarshaller(read)",
            () =>
                code.Block("protected override AmazonServiceException CreateException(ErrorResponse error) => error.Code switch", () =>
                {
                    foreach (var error in model.Errors)
                    {
                        code.Line($"\"{error.Name}\" => {New(ErrorWriter.ClassName(error))},");
                    }

                    code.Line($"_ => {New($"Amazon{model.Service.Name}Exception")},");
                }, ";"));

    private static string New(string name) =>
        $"new {name}(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)";
}
