using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sms.Protocol;
using Engagement.Local.Sms.Sending;

namespace Engagement.Local.Sms;

/// <summary>
/// AWS End User Messaging SMS over AWS JSON 1.0, as of 2022-03-31. Texts go nowhere: the control API shows them. Rates of numbers, spend
/// limits and events of messages are not done.
/// </summary>
internal sealed class SmsService : IAwsService
{
    private static readonly AwsJson Protocol = new("1.0", "PinpointSMSVoiceV2.");

    private readonly CloudContext cloud;
    private readonly ConcurrentQueue<SentText> sent = new();
    private readonly Dictionary<string, Func<JsonObject, JsonObject>> operations;

    public SmsService(CloudContext cloud)
    {
        this.cloud = cloud;
        var optedOut = new OptOutList(cloud.Clock);
        var list = new OptOutOperations(cloud, optedOut);
        operations = new(StringComparer.Ordinal)
        {
            ["SendTextMessage"] = new TextOperation(cloud, optedOut, sent.Enqueue).Send,
            ["PutOptedOutNumber"] = list.Put,
            ["DeleteOptedOutNumber"] = list.Delete,
            ["DescribeOptedOutNumbers"] = list.Describe,
        };
    }

    public string Name => "sms-voice";

    public string SigningName => "sms-voice";

    public string InternalError => "InternalServerException";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ConflictException", 400),
        ("ResourceNotFoundException", 400), ("ServiceQuotaExceededException", 400), ("ValidationException", 400),
        ("InternalServerException", 500));

    /// <summary>Every text that was accepted, oldest first.</summary>
    public IReadOnlyList<SentText> Sent => [.. sent];

    public AwsOperation Resolve(AwsRequest request)
    {
        var name = Protocol.Operation(request);
        var execute = operations.GetValueOrDefault(name) ?? throw SmsError.NotDone($"operation '{name}'");
        var body = AwsJson.Body(request);
        return new(name, $"sms-voice:{name}", [Resource(name, body)], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Protocol.Result(execute(body)));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    // From the service authorization reference; a bare telephone number is one of the account's, whose id only AWS knows.
    private string Resource(string operation, JsonObject body) => operation != "SendTextMessage"
        ? Arn("opt-out-list", $"{body["OptOutListName"]}")
        : $"{body["OriginationIdentity"]}" switch
        {
            "" => "*",
            ['p', 'o', 'o', 'l', '-', ..] pool => Arn("pool", pool),
            ['p', 'h', 'o', 'n', 'e', '-', ..] or ['+', ..] => Arn("phone-number", $"{body["OriginationIdentity"]}"),
            ['a', 'r', 'n', ':', ..] arn => arn,
            var sender => Arn("sender-id", sender),
        };

    private string Arn(string type, string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) ? id : cloud.Arn("sms-voice", $"{type}/{id}");
}
