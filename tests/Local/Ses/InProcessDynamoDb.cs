using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb;

namespace Local.Tests.Ses;

/// <summary>AWS's client of DynamoDB upon the local service, without a network.</summary>
internal sealed class InProcessDynamoDb(DynamoDbService service) : HttpMessageHandler
{
    /// <summary>The names of the operations that were called, in their order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>
    /// Called with the number of the call, from 0, before and after the service has done its work; what it throws breaks the connection.
    /// </summary>
    public Func<int, bool, Task> Around { get; set; } = (_, _) => Task.CompletedTask;

    public AmazonDynamoDBClient Client => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonDynamoDBConfig
        {
            ServiceURL = "http://dynamodb.test",
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new OneClient(this),
        });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = request.Headers.GetValues("X-Amz-Target").Single();
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var call = Note(target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        await Around(call, false);
        var answer = await AnswerAsync(DynamoDbService.Protocol.Request(Principal.Anonymous, Calls[call], body), cancellationToken);
        await Around(call, true);
        return new((HttpStatusCode)answer.StatusCode)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer.Body)
            {
                Headers = { ContentType = MediaTypeHeaderValue.Parse(answer.ContentType) },
            },
        };
    }

    private int Note(string operation)
    {
        lock (Calls)
        {
            Calls.Add(operation);
            return Calls.Count - 1;
        }
    }

    private async Task<AwsResponse> AnswerAsync(AwsRequest request, CancellationToken cancellation)
    {
        try
        {
            return await service.Resolve(request).ExecuteAsync(cancellation);
        }
        catch (AwsException error)
        {
            return service.Error(request, error);
        }
    }

    private sealed class OneClient(InProcessDynamoDb http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(http, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
