using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>What the shared runtime has to know of a service.</summary>
internal static class DescriptionWriter
{
    public static void Write(CodeWriter code, Service service)
        => code.Block(
            $"internal static class {service.Name}Service",
            () => code.Block("public static readonly ServiceDescription Description = new()", () =>
            {
                code.Line($"Name = \"{service.Namespace}\",");
                code.Line($"ServiceId = \"{service.ServiceId}\",");
                code.Line($"ApiVersion = \"{service.ApiVersion}\",");
                code.Line($"EndpointPrefix = \"{service.EndpointPrefix}\",");
                if (service.TargetPrefix is not null)
                {
                    code.Line($"TargetPrefix = \"{service.TargetPrefix}\",");
                }

                if (service.JsonVersion is not null)
                {
                    code.Line($"JsonVersion = \"{service.JsonVersion}\",");
                }
            }, ";"));
}
