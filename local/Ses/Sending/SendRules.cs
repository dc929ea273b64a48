using System.Text;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Sending;

/// <summary>
/// What SES asks of a message, from the service model of 2019-09-27 and the developer guide's pages on quotas and headers.
/// </summary>
internal static partial class SendRules
{
    /// <summary>Most recipients of a message ("Service quotas").</summary>
    public const int MostRecipients = 50;

    private const int MostHeaders = 15;
    private const int MostTags = 50;
    private const int LongestHeaderName = 126;
    private const int LongestHeaderValue = 995;
    private const int LongestHeader = 996;
    private const int LongestTag = 256;

    // 40 MB after base64; here the server's own limit of 16 MiB comes first.
    private const int LargestMessage = 40 * 1024 * 1024;

    // Two of them are an error ("Header fields").
    private static readonly string[] Once = ["List-Unsubscribe", "List-Unsubscribe-Post"];

    /// <exception cref="AwsException">The request breaks a rule, or asks for what this cloud does not do.</exception>
    public static void Check(SendEmailRequest request)
    {
        CheckDone(request);
        var count = request.Destination?.All.Count ?? 0;
        _ = count is >= 1 and <= MostRecipients
            ? count
            : throw SesError.BadRequest(count == 0 ? "Missing required field: Destination" : $"Recipient count exceeds {MostRecipients}.");
        var message = request.Content!.Simple!;
        CheckText("Subject", message.Subject ?? throw Missing("Subject"));
        CheckBody(message.Body ?? throw Missing("Body"));
        _ = Line().IsMatch(message.Subject.Data!) ? throw SesError.BadRequest("Header value contains control or whitespace: Subject") : 0;
        CheckHeaders(message.Headers ?? []);
        CheckTags(request.EmailTags ?? []);
    }

    private static void CheckDone(SendEmailRequest request)
    {
        var content = request.Content ?? throw Missing("Content");
        var undone = content.Raw is not null ? "Raw content"
            : content.Template is not null ? "Template content"
            : content.Simple?.Attachments is { Count: > 0 } ? "Attachments"
            : request.EndpointId is not null ? "EndpointId"
            : request.TenantName is not null ? "TenantName"
            : request.ListManagementOptions is not null ? "ListManagementOptions"
            : request.FromEmailAddressIdentityArn is not null ? "FromEmailAddressIdentityArn"
            : request.FeedbackForwardingEmailAddressIdentityArn is not null ? "FeedbackForwardingEmailAddressIdentityArn"
            : null;
        _ = undone is null ? request : throw SesError.NotDone(undone);
        _ = content.Simple ?? throw Missing("Simple");
    }

    private static void CheckBody(MessageBody body)
    {
        _ = body.Html ?? body.Text ?? throw Missing("Body");
        foreach (var text in new[] { body.Html, body.Text }.OfType<MessageText>())
        {
            CheckText("Body", text);
        }

        if (Size(body.Html) + Size(body.Text) > LargestMessage)
        {
            throw SesError.Rejected($"Message length is more than {LargestMessage} bytes long.");
        }
    }

    // Without a character set SES sends ASCII, and the rest would arrive as question marks.
    private static void CheckText(string where, MessageText text)
    {
        _ = text.Data ?? throw Missing($"{where}.Data");
        if (text.Charset is null && !Ascii.IsValid(text.Data))
        {
            throw SesError.BadRequest($"{where} holds characters other than 7-bit ASCII, and names no Charset.");
        }
    }

    private static void CheckHeaders(IReadOnlyList<NamedText> headers)
    {
        _ = headers.Count <= MostHeaders ? headers : throw SesError.BadRequest($"A message has at most {MostHeaders} headers.");
        foreach (var header in headers)
        {
            CheckHeader(header.Name ?? throw Missing("Headers.Name"), header.Value ?? throw Missing("Headers.Value"));
        }

        if (Once.FirstOrDefault(
            name => headers.Count(header => name.Equals(header.Name, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
        {
            throw SesError.BadRequest($"Duplicate header '{twice}'.");
        }
    }

    private static void CheckHeader(string name, string value)
    {
        if (!HeaderName().IsMatch(name) || name.Length > LongestHeaderName)
        {
            throw SesError.BadRequest("Headers.Name is 1 to 126 printable ASCII characters without colon.");
        }

        if (!HeaderValue().IsMatch(value) || value.Length > LongestHeaderValue || name.Length + value.Length > LongestHeader)
        {
            throw SesError.BadRequest($"The value of header {name} is 1 to 995 printable ASCII characters, 996 with its name.");
        }
    }

    private static void CheckTags(IReadOnlyList<NamedText> tags)
    {
        _ = tags.Count <= MostTags ? tags : throw SesError.BadRequest($"A message has at most {MostTags} tags.");
        foreach (var text in tags.SelectMany(tag => new[] { tag.Name, tag.Value }))
        {
            if (text is null || text.Length > LongestTag || !Tag().IsMatch(text))
            {
                throw SesError.BadRequest("Names and values of EmailTags are 1 to 256 of the characters A-Z a-z 0-9 _ -.");
            }
        }

        if (tags.DistinctBy(tag => tag.Name, StringComparer.Ordinal).Count() < tags.Count)
        {
            throw SesError.BadRequest("EmailTags holds a name twice.");
        }
    }

    private static int Size(MessageText? text) => Encoding.UTF8.GetByteCount(text?.Data ?? "");

    private static AwsException Missing(string field) => SesError.BadRequest($"Missing required field: {field}");

    [GeneratedRegex(@"[\r\n]")]
    private static partial Regex Line();

    [GeneratedRegex(@"^[!-9;-@A-~]+\z")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"^[ -~]+\z")]
    private static partial Regex HeaderValue();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex Tag();
}
