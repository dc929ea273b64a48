using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The client's configuration.</summary>
internal static class ConfigurationWriter
{
    public static void Write(CodeWriter code, Service service)
    {
        var name = $"Amazon{service.Name}Config";
        code.Block($"public partial class {name} : ClientConfig", () =>
        {
            code.Line($"private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(\"{service.ServiceId}\", "
                + $"\"{service.Version}\");");
            code.Block($"public {name}() : base(new DefaultConfigurationProvider(DefaultConfigurations.All))", () =>
            {
                code.Line($"base.ServiceId = {service.Name}Service.Description.ServiceId;");
                code.Line($"AuthenticationServiceName = \"{service.SigningName}\";");
                code.Line($"EndpointProvider = new RegionalEndpointProvider({service.Name}Service.Description.EndpointPrefix);");
            });
            code.Line($"public static new string ServiceId => {service.Name}Service.Description.ServiceId;");
            code.Line($"public override string RegionEndpointServiceName => {service.Name}Service.Description.EndpointPrefix;");
            code.Line($"public override string ServiceVersion => {service.Name}Service.Description.ApiVersion;");
            code.Line("public override string UserAgent => UserAgentString;");
            code.Line(
                "public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters "
                    + "parameters)");
            code.Line($"    => RegionalEndpointResolver.Resolve(this, {service.Name}Service.Description, parameters);");
        });
    }
}
