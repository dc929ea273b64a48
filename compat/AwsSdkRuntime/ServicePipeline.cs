using Amazon.Runtime.Internal;

namespace AwsSdkRuntime;

internal static class ServicePipeline
{
    /// <summary>Puts the service's own steps behind the marshaller: sign-in first, then the endpoint.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4Handler());
    }
}
