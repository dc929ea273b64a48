using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace AwsSdkRuntime;

/// <summary>
/// The endpoint rules of a regional service: a configured endpoint as it is, otherwise <c>https://{prefix}[-fips].{region}.{suffix}</c>
/// with the suffix of the region's partition.
/// </summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[EndpointParameter.UseFips] is true;
        var dualStack = parameters[EndpointParameter.UseDualStack] is true;
        return parameters[EndpointParameter.Endpoint] is string { Length: > 0 } configured
            ? Configured(configured, fips, dualStack)
            : Default(parameters[EndpointParameter.Region] as string, fips, dualStack);
    }

    private static Endpoint Configured(string endpoint, bool fips, bool dualStack)
    {
        if (fips || dualStack)
        {
            throw new AmazonClientException($"Invalid Configuration: {(fips ? "FIPS" : "Dualstack")} and custom endpoint are not supported");
        }

        return new Endpoint(endpoint);
    }

    private Endpoint Default(string region, bool fips, bool dualStack)
    {
        if (string.IsNullOrEmpty(region) || Fn.Partition(region) is not { } partition)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        Require(!fips || partition.supportsFIPS, "FIPS");
        Require(!dualStack || partition.supportsDualStack, "DualStack");
        return new Endpoint($"https://{prefix}{(fips ? "-fips" : "")}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }

    private static void Require(bool supported, string feature)
    {
        if (!supported)
        {
            throw new AmazonClientException($"{feature} is enabled but this partition does not support {feature}");
        }
    }
}
