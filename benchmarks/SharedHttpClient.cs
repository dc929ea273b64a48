using Amazon.Runtime;

namespace Benchmarks;

/// <summary>Has a client of the SDK send through a given one, which stays its maker's.</summary>
internal sealed class SharedHttpClient(HttpClient http) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
