using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The client's configuration.</summary>
internal static class ConfigurationWriter
{
    public static GeneratedFile Write(Service service)
    {
        var name = $"Amazon{service.Name}Config";
        string[] imports = ["Amazon.Runtime", "Amazon.Runtime.Endpoints", "Amazon.Runtime.Internal", "Amazon.Util.Internal", "AwsSdkRuntime", $"{service.Namespace}.Internal"];
        return SourceFile.Of(service, $"{name}.cs", service.Namespace, imports, code => code.Block($"public partial class {name} : ClientConfig", () =>
        {
            code.Line($"private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(\"{service.ServiceId}\", \"{service.Version}\");").Line();
            code.Block($"public {name}() : base(new DefaultConfigurationProvider(DefaultConfigurations.All))", () =>
            {
                code.Line($"base.ServiceId = {service.Name}Service.Description.ServiceId;");
                code.Line($"AuthenticationServiceName = \"{service.SigningName}\";");
                code.Line($"EndpointProvider = new RegionalEndpointProvider({service.Name}Service.Description.EndpointPrefix);");
            });
            code.Line().Line($"public static new string ServiceId => {service.Name}Service.Description.ServiceId;");
            code.Line().Line($"public override string RegionEndpointServiceName => {service.Name}Service.Description.EndpointPrefix;");
            code.Line().Line($"public override string ServiceVersion => {service.Name}Service.Description.ApiVersion;");
            code.Line().Line("public override string UserAgent => UserAgentString;").Line();
            code.Line("public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)");
            code.Line($"    => RegionalEndpointResolver.Resolve(this, {service.Name}Service.Description, parameters);");
        }));
    }
}
