using Amazon.PinpointSMSVoiceV2;
using Amazon.PinpointSMSVoiceV2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Topics;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Ses.Sms;

/// <summary>
/// Text messages by AWS End User Messaging SMS. A number on the service's list of those that want none gets nothing; what the list says is
/// written down as the customer's choice.
/// </summary>
/// <param name="client">Calls the service, with single attempts.</param>
/// <param name="renderer">Renders them.</param>
/// <param name="sender">Whose name they go out under.</param>
/// <param name="consents">Where the customer's choice is written.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
/// <param name="log">Takes log lines.</param>
/// <param name="metrics">Takes metrics.</param>
public sealed class SmsMessages(
    IAmazonPinpointSMSVoiceV2 client,
    IMessageRenderer renderer,
    SmsSender sender,
    IConsents consents,
    TimeProvider time,
    AwsCalls calls,
    LogWriter log,
    MetricsWriter metrics) : IMessages
{
    /// <summary>A function's, whose client makes single attempts of 10 seconds.</summary>
    /// <param name="host">The function.</param>
    /// <param name="renderer">Renders the messages.</param>
    /// <param name="sender">Whose name they go out under.</param>
    /// <param name="consents">Where customers' choices are written.</param>
    public static SmsMessages Open(FunctionHost host, IMessageRenderer renderer, SmsSender sender, IConsents consents) => new(
        host.Own(SmsClients.CreateForSingleAttempts()), renderer, sender, consents, host.Time, host.Calls, host.Log, host.Metrics);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation) =>
        PhoneNumber.Parse(message.To.Endpoint.Address ?? "") is not { } number ? new SendOutcome.Refused(SendingReason.NoPhoneNumber)
        : renderer.RenderText(message) is not { } text ? new SendOutcome.Refused(SendingReason.NotRendered)
        : !text.Parts.Fits ? new SendOutcome.Refused(SendingReason.TooLong)
        : string.IsNullOrWhiteSpace(text.Body) ? new SendOutcome.Refused(SendingReason.NotRendered)
        : await SendAsync(message, text, number, cancellation);

    private async Task<SendOutcome> SendAsync(OutgoingMessage message, RenderedText text, string number, CancellationToken cancellation)
    {
        var request = Request(message, text, number);
        try
        {
            var answer = await calls.CallAsync(SmsMetrics.Service, () => client.SendTextMessageAsync(request, cancellation));
            metrics.Count(MetricName.TextPartsSent, text.Parts.Count);
            return new SendOutcome.Sent(answer.MessageId);
        }
        catch (ServiceException exception)
        {
            var outcome = SmsOutcome.From(exception);
            if (outcome is SendOutcome.Refused { Reason: SendingReason.OptedOut })
            {
                await NoteAsync(number);
            }

            return outcome;
        }
    }

    private SendTextMessageRequest Request(OutgoingMessage message, RenderedText text, string number) => new()
    {
        OriginationIdentity = sender.Origination,
        ConfigurationSetName = sender.ConfigurationSet,
        DestinationPhoneNumber = number,
        MessageBody = text.Body,
        MessageType = message.Topic.Kind == TopicKind.Transactional ? MessageType.TRANSACTIONAL : MessageType.PROMOTIONAL,
        Context = message.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    // Not written down, the next message is refused like this one and tells of it again.
    private async Task NoteAsync(string number)
    {
        var stamp = new UpdateStamp(time.GetUtcNow(), Guid.NewGuid().ToString("N"));
        try
        {
            await consents.ChooseAsync(AddressKey.From(number), [new(Topic: null, Wants: false, stamp)], CancellationToken.None);
        }
        catch (ServiceException exception)
        {
            log.OptOutNotStored(exception.Message);
        }
    }
}
