using System.Net;
using System.Text;
using Amazon.Runtime;

namespace Handlers.Tests.Pinpoint;

/// <summary>Answers what a real AWS client sends, without a network.</summary>
internal sealed class FakeHttp : HttpMessageHandler
{
    public Func<HttpResponseMessage> Answer { get; set; } = () => throw new HttpRequestException("refused");

    public Uri? Address { get; private set; }

    public string? Body { get; private set; }

    public HttpClientFactory Factory => new OneClient(this);

    public static HttpResponseMessage Json(HttpStatusCode status, string body, string? errorType = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (errorType is not null)
        {
            answer.Headers.Add("x-amzn-ErrorType", errorType);
        }

        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Address = request.RequestUri;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = Answer();
        answer.RequestMessage = request;
        return answer;
    }

    private sealed class OneClient(FakeHttp http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(http, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
