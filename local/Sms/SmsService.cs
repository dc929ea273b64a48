using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Resources;
using Engagement.Local.Sms.ConfigurationSets;
using Engagement.Local.Sms.Feedback;
using Engagement.Local.Sms.Origination;
using Engagement.Local.Sms.Protocol;
using Engagement.Local.Sms.Sending;

namespace Engagement.Local.Sms;

/// <summary>
/// AWS End User Messaging SMS over AWS JSON 1.0, as of 2022-03-31. Texts go nowhere: the control API shows them. Rates of numbers and spend
/// limits are not done, and each text has one event, its last.
/// </summary>
internal sealed class SmsService : IAwsService, IResourceProvider, IDisposable
{
    private static readonly AwsJson Protocol = new("1.0", "PinpointSMSVoiceV2.");

    private readonly CloudContext cloud;
    private readonly ConcurrentQueue<SentText> sent = new();
    private readonly OptOutList optedOut;
    private readonly OriginationIdentities identities;
    private readonly TextConfigurationSets sets;
    private readonly TextPublisher publisher;
    private readonly Dictionary<string, Func<JsonObject, JsonObject>> operations;

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="endpoint">How topics are told.</param>
    public SmsService(CloudContext cloud, IAwsEndpoint endpoint)
    {
        this.cloud = cloud;
        (optedOut, identities, sets) = (new(cloud.Clock), new(cloud), new(cloud));
        publisher = new(cloud, endpoint, sets);
        var list = new OptOutOperations(cloud, optedOut);
        operations = new(StringComparer.Ordinal)
        {
            ["SendTextMessage"] = new TextOperation(cloud, optedOut, sets, Accept).Send,
            ["PutOptedOutNumber"] = list.Put,
            ["DeleteOptedOutNumber"] = list.Delete,
            ["DescribeOptedOutNumbers"] = list.Describe,
            ["DescribeOptOutLists"] = list.DescribeLists,
            ["UpdatePool"] = identities.UpdatePool,
            ["UpdatePhoneNumber"] = identities.UpdatePhoneNumber,
            ["DescribePools"] = identities.DescribePools,
            ["DescribePhoneNumbers"] = identities.DescribePhoneNumbers,
        };
        var set = new TextConfigurationSetResources(cloud, sets);
        (ResourceTypes, Lifecycles) = (set.Types, set.Lifecycles);
    }

    public string Name => "sms-voice";

    public string SigningName => "sms-voice";

    public string InternalError => "InternalServerException";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ConflictException", 400),
        ("ResourceNotFoundException", 400), ("ServiceQuotaExceededException", 400), ("ValidationException", 400),
        ("InternalServerException", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>Every text that was accepted, oldest first.</summary>
    public IReadOnlyList<SentText> Sent => [.. sent];

    /// <summary>How many texts were accepted.</summary>
    public int SentCount => sent.Count;

    /// <summary>The latest events and answers that no topic took.</summary>
    public IReadOnlyList<LostEvent> Lost => publisher.Lost;

    /// <summary>
    /// Takes what a customer answers: a word that opts out puts the number on the list, and the topic of the pool or number hears of it.
    /// </summary>
    public void Receive(CustomerAnswer answer)
    {
        if (answer.OptsOut)
        {
            optedOut.PutByCustomer(answer.From);
        }

        if (identities.TwoWayTopic(answer.To) is { } topic)
        {
            publisher.Begin(answer, identities.Arn(answer.To), topic);
        }
    }

    public AwsOperation Resolve(AwsRequest request)
    {
        var name = Protocol.Operation(request);
        var execute = operations.GetValueOrDefault(name) ?? throw SmsError.NotDone($"operation '{name}'");
        var body = AwsJson.Body(request);
        return new(name, $"sms-voice:{name}", [.. Resources(name, body)], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Protocol.Result(execute(body)));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    public void Dispose() => publisher.Dispose();

    private void Accept(SentText text)
    {
        sent.Enqueue(text);
        publisher.Begin(text);
    }

    // From the service authorization reference.
    private IEnumerable<string> Resources(string operation, JsonObject body) => operation switch
    {
        "SendTextMessage" => Sending(body),
        "UpdatePool" => [identities.Arn($"{body["PoolId"]}")],
        "UpdatePhoneNumber" => [identities.Arn($"{body["PhoneNumberId"]}")],
        "DescribePools" or "DescribePhoneNumbers" or "DescribeOptOutLists" => ["*"],
        _ => [OptOutListArn($"{body["OptOutListName"]}")],
    };

    private IEnumerable<string> Sending(JsonObject body)
    {
        yield return body["OriginationIdentity"]?.ToString() is { Length: > 0 } identity ? identities.Arn(identity) : "*";
        if (body["ConfigurationSetName"]?.ToString() is { } set)
        {
            yield return sets.Arn(set);
        }
    }

    private string OptOutListArn(string list) =>
        list.StartsWith("arn:", StringComparison.Ordinal) ? list : cloud.Arn("sms-voice", $"opt-out-list/{list}");
}
