using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Engagement.Definitions.Segments;
using Engagement.Local.Pinpoint.Segments;
using Engagement.Pinpoint.Provisioning;
using Handlers.Tests.Segments;

namespace Local.Tests.Pinpoint;

/// <summary>A local Pinpoint with segments as a deployment makes them of definitions: by the provisioner, by AWS's client.</summary>
internal sealed class ProvisionedSegments : IDisposable
{
    private readonly PinpointCloud cloud = new();
    private readonly AmazonPinpointClient client;
    private readonly PinpointSegmentResources segments;

    public ProvisionedSegments()
    {
        client = new(
            new BasicAWSCredentials("access", "secret"),
            new AmazonPinpointConfig
            {
                RegionEndpoint = RegionEndpoint.EUWest1,
                MaxErrorRetry = 0,
                HttpClientFactory = new CloudHttp(cloud),
            });
        segments = new(new PinpointApplication(client, cloud.AppArn, "dev"));
    }

    public void Dispose() => client.Dispose();

    /// <summary>Makes the customer an endpoint, written over the wire.</summary>
    public void Add(string endpointId, SegmentCustomer customer)
    {
        var answer = cloud.UpdateEndpoint(endpointId, Wire(customer));
        Assert.True(answer.Status == (int)HttpStatusCode.Accepted, answer.Body.ToJsonString());
    }

    /// <summary>The ids of the endpoints that belong to the definition's segment.</summary>
    public async Task<IReadOnlySet<string>> MembersAsync(SegmentDefinition definition)
    {
        var declaration = new SegmentDeclaration { Conditions = definition.Conditions };
        var made = await segments.CreateAsync(definition.Name, declaration, CancellationToken.None);
        var application = cloud.Service.Applications.Get(cloud.App);
        var members = new Audience(application, cloud.Clock).Members(application.Segments.Get(made.Id));
        return members.Select(each => each.Endpoint.Id).ToHashSet();
    }

    private static JsonObject Wire(SegmentCustomer customer) => Given(new()
    {
        ["Address"] = customer.Address,
        ["ChannelType"] = customer.Channel,
        ["OptOut"] = customer.OptOut,
        ["EndpointStatus"] = customer.Status,
        ["Attributes"] = JsonSerializer.SerializeToNode(customer.Attributes),
        ["Metrics"] = JsonSerializer.SerializeToNode(customer.Metrics),
        ["Location"] = Given(new() { ["Country"] = customer.Country }),
        ["Demographic"] = Given(new()
        {
            ["Platform"] = customer.Platform,
            ["Make"] = customer.Make,
            ["Model"] = customer.Model,
            ["AppVersion"] = customer.AppVersion,
        }),
        ["User"] = Given(new()
        {
            ["UserId"] = customer.UserId,
            ["UserAttributes"] = JsonSerializer.SerializeToNode(customer.UserAttributes),
        }),
    });

    private static JsonObject Given(JsonObject members) =>
        new(members.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Key, each.Value!.DeepClone()))!);

    /// <summary>What AWS's client sends, answered by the local Pinpoint without a network.</summary>
    private sealed class CloudHttp(PinpointCloud cloud) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Door(cloud));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class Door(PinpointCloud cloud) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var answer = cloud.SendRaw(request.Method.Method, request.RequestUri!.PathAndQuery, body);
            return new((HttpStatusCode)answer.Status)
            {
                RequestMessage = request,
                Content = new StringContent(answer.Body.ToJsonString(), Encoding.UTF8, "application/json"),
            };
        }
    }
}
