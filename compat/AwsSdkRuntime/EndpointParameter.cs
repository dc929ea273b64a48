namespace AwsSdkRuntime;

/// <summary>Names of the endpoint rules' parameters, as <c>Amazon.Runtime.Endpoints.GlobalEndpoints</c> providers see them too.</summary>
internal static class EndpointParameter
{
    public const string Region = "Region";
    public const string UseDualStack = "UseDualStack";
    public const string UseFips = "UseFIPS";
    public const string Endpoint = "Endpoint";
}
