using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon;
using Amazon.Pinpoint;
using Amazon.Runtime;

namespace Benchmarks.Recording;

/// <summary>Answers the SDK's requests at once, without a network: every event of the request is accepted.</summary>
internal sealed class InstantPinpointHttp : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <param name="http">Sends through this; stays its maker's.</param>
    /// <returns>The SDK's own client.</returns>
    public static AmazonPinpointClient NewClient(HttpClient http) => new(
        new BasicAWSCredentials("access", "secret"),
        new AmazonPinpointConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = new OneClient(http) });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = Answer(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return new(HttpStatusCode.Accepted)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer) { Headers = { ContentType = Json } },
        };
    }

    private static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> body)
    {
        using var request = JsonDocument.Parse(body);
        var answer = new ArrayBufferWriter<byte>(body.Length);
        using (var json = new Utf8JsonWriter(answer))
        {
            json.WriteStartObject();
            json.WriteStartObject("Results");
            foreach (var endpoint in request.RootElement.GetProperty("BatchItem").EnumerateObject())
            {
                json.WriteStartObject(endpoint.Name);
                WriteAccepted(json, "EndpointItemResponse");
                json.WriteStartObject("EventsItemResponse");
                foreach (var item in endpoint.Value.GetProperty("Events").EnumerateObject())
                {
                    WriteAccepted(json, item.Name);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return answer.WrittenMemory;
    }

    private static void WriteAccepted(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("StatusCode", (int)HttpStatusCode.Accepted);
        json.WriteString("Message", "Accepted");
        json.WriteEndObject();
    }

    private sealed class OneClient(HttpClient http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
