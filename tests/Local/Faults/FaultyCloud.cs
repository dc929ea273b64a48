using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Faults;
using Engagement.Local.Iam;

namespace Local.Tests.Faults;

/// <summary>A service that counts what it does, behind the one door, with faults.</summary>
internal sealed class FaultyCloud : IAwsService
{
    private static readonly Principal Account = new(PrincipalKind.Account, "arn:aws:iam::000000000000:root");

    private readonly AwsEndpoint endpoint;

    public FaultyCloud()
    {
        var context = new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Faults = new FaultRegistry(RealTime);
        endpoint = new AwsEndpoint(new Authorizer(context, new Roles(context)), Calls, Clock, Faults);
        foreach (var service in new LocalCloud(context).ServicesThat<IAwsService>().Where(service => service.Name != Name))
        {
            Faults.Cover(service);
        }

        endpoint.Add(this);
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Stands for real time, which delays take.</summary>
    public VirtualClock RealTime { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public FaultRegistry Faults { get; }

    public CallLog Calls { get; } = new();

    /// <summary>How many calls were carried out.</summary>
    public int Done { get; private set; }

    public string Name => "pinpoint";

    public string SigningName => "mobiletargeting";

    public IReadOnlyDictionary<string, int> Errors { get; } =
        ServiceErrors.OfRest(("BadRequestException", 400), ("TooManyRequestsException", 429), ("InternalServerErrorException", 500));

    public AwsOperation Resolve(AwsRequest request) => new(request.Path[1..], $"mobiletargeting:{request.Path[1..]}", ["*"], _ =>
    {
        Done++;
        return Task.FromResult(AwsResponse.Text(202, "application/json", "{}"));
    });

    public AwsResponse Error(AwsRequest request, AwsException error) => AwsResponse.Text((int)error.Status, "application/json", error.Code);

    /// <summary>A call as HTTP brings it.</summary>
    public async Task<(int Status, string Body)> SendAsync(
        string operation = "PutEvents", Principal? caller = null, CancellationToken cancellationToken = default)
    {
        var answer =
            await endpoint.SendAsync(
                SigningName, new AwsRequest { Method = "POST", Path = $"/{operation}", Caller = caller ?? Account }, cancellationToken);
        return (answer.StatusCode, System.Text.Encoding.UTF8.GetString(answer.Body.Span));
    }

    /// <summary>A call from within.</summary>
    public Task<int> CallAsync() => endpoint.CallAsync(
        Account, Name, "PutEvents", "mobiletargeting:PutEvents", "*", _ => Task.FromResult(++Done), CancellationToken.None);

    /// <summary>Makes so many calls and tells which a fault struck.</summary>
    public async Task<string> StruckAsync(int calls)
    {
        var struck = new char[calls];
        for (var i = 0; i < calls; i++)
        {
            struck[i] = (await SendAsync()).Status == (int)HttpStatusCode.Accepted ? '.' : 'x';
        }

        return new string(struck);
    }

    public FaultState Add(string json) => Faults.Add(System.Text.Encoding.UTF8.GetBytes(json));
}
