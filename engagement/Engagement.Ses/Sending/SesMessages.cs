using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Definitions.Topics;
using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Ses.Sending;

/// <summary>
/// E-mails by SES. One that is marketing carries a link by which its reader unsubscribes: in the text, and in headers of which mail
/// programs make a button (RFC 8058).
/// </summary>
/// <param name="client">Calls SES, with single attempts.</param>
/// <param name="renderer">Renders them.</param>
/// <param name="sender">Whose name they go out under.</param>
/// <param name="unsubscribing">How readers unsubscribe.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SesMessages(
    IAmazonSimpleEmailServiceV2 client, IMessageRenderer renderer, SesSender sender, SesUnsubscribing unsubscribing, AwsCalls calls)
    : IMessages
{
    private const string Utf8 = "UTF-8";

    /// <summary>
    /// A function's, whose client makes single attempts of 10 seconds; see <see cref="SesSender.Read"/> for the environment.
    /// </summary>
    /// <param name="host">The function.</param>
    /// <param name="renderer">Renders the messages.</param>
    /// <param name="unsubscribing">How readers unsubscribe.</param>
    public static SesMessages Open(FunctionHost host, IMessageRenderer renderer, SesUnsubscribing unsubscribing) => new(
        host.Own(SesClients.CreateForSingleAttempts()), renderer, SesSender.Read(host.Environment), unsubscribing, host.Calls);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        return message.To.Endpoint.Address is not { } address ? new SendOutcome.Refused(SendingReason.NoAddress)
            : renderer.RenderEmail(message) is not { } email ? new SendOutcome.Refused(SendingReason.NotRendered)
            : message.Topic.Kind == TopicKind.Transactional ? await SendAsync(message, email, headers: null, address, cancellation)
            : await SendMarketingAsync(message, email, address, cancellation);
    }

    private async Task<SendOutcome> SendMarketingAsync(
        OutgoingMessage message, RenderedEmail email, string address, CancellationToken cancellation)
    {
        // Without a link it must not go out, and none can be made for any message.
        return await unsubscribing.Links.CreateAsync(address, message.Topic.Name, cancellation) is not { } link
            ? new SendOutcome.Stopped("noUnsubscribeLink")
            : await SendAsync(
                message,
                UnsubscribeNotice.AddTo(email, link, unsubscribing.Words),
                SesUnsubscribing.Headers(link),
                address,
                cancellation);
    }

    private async Task<SendOutcome> SendAsync(
        OutgoingMessage message, RenderedEmail email, List<MessageHeader>? headers, string address, CancellationToken cancellation)
    {
        var request = new SendEmailRequest
        {
            FromEmailAddress = sender.From,
            ConfigurationSetName = sender.ConfigurationSet,
            Destination = new() { ToAddresses = [address] },
            Content = new() { Simple = Content(email, headers) },
            EmailTags = [.. message.Tags.Select(tag => new MessageTag { Name = tag.Key, Value = tag.Value })],
        };
        try
        {
            var answer = await calls.CallAsync(SesMetrics.Service, () => client.SendEmailAsync(request, cancellation));
            return new SendOutcome.Sent(answer.MessageId);
        }
        catch (ServiceException exception)
        {
            return SesOutcome.From(exception, address);
        }
    }

    private static Message Content(RenderedEmail email, List<MessageHeader>? headers) => new()
    {
        Headers = headers,
        Subject = Text(email.Subject),
        Body = new() { Html = Text(email.Html), Text = Text(email.Text) },
    };

    private static Content Text(string text) => new() { Data = text, Charset = Utf8 };
}
