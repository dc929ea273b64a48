using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Accounts;
using Engagement.Local.Ses.ConfigurationSets;
using Engagement.Local.Ses.Identities;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Sending;

/// <summary>SendEmail.</summary>
internal sealed class SendOperation(
    CloudContext cloud, SendingAccount account, EmailIdentities identities, ConfigurationSetStore sets, Action<SentMail> accepted)
{
    /// <summary>The operation.</summary>
    public SesOperation Operation => new()
    {
        Name = "SendEmail",
        Method = "POST",
        Path = "/v2/email/outbound-emails",
        Resources = Resources,
        ConditionValues = call => ImmutableDictionary<string, string>.Empty.Add("ses:FromAddress", Sender(Request(call)).Address),
        Execute = Send,
        Sends = true,
    };

    // "Actions, resources, and condition keys for Amazon SES v2": the sender's identity, and the configuration set where there is one.
    private IReadOnlyList<string> Resources(SesCall call)
    {
        var request = Request(call);
        var from = Sender(request);
        var identity = identities.Verifying(from);
        return
        [
            identity?.Arn ?? identities.Arn(from.Domain),
            .. (SetOf(request, identity) is { } set ? new[] { sets.Arn(set) } : []),
        ];
    }

    private JsonObject Send(SesCall call)
    {
        var request = Request(call);
        SendRules.Check(request);
        var recipients = request.Destination!.All.Select(EmailAddress.Parse).ToList();
        _ = (request.ReplyToAddresses ?? []).Select(EmailAddress.Parse).ToList();
        var identity = Verified(Sender(request), recipients);
        var set = SetOf(request, identity) is { } name ? sets.Get(name) : null;
        _ = !account.IsSendingEnabled ? throw SesError.Paused("this account")
            : set is { IsSendingEnabled: false } ? throw SesError.Paused($"the configuration set <{set.Name}>")
            : 0;
        account.Take(recipients.Count);
        var mail = Mail(call, request, identity, set, recipients);
        accepted(mail);
        return new() { ["MessageId"] = mail.MessageId };
    }

    private static SendEmailRequest Request(SesCall call) => call.Body(SesJson.Default.SendEmailRequest);

    private static EmailAddress Sender(SendEmailRequest request) =>
        EmailAddress.Parse(request.FromEmailAddress ?? throw SesError.BadRequest("Missing required field: FromEmailAddress"));

    private static string? SetOf(SendEmailRequest request, EmailIdentity? identity) =>
        request.ConfigurationSetName ?? identity?.ConfigurationSet;

    private EmailIdentity Verified(EmailAddress from, IReadOnlyList<EmailAddress> recipients)
    {
        var failed = recipients
            .Where(recipient => !account.HasProductionAccess && !Simulator.Has(recipient))
            .Append(from)
            .Where(address => identities.Verifying(address) is null)
            .Select(address => address.Address)
            .ToList();
        return failed.Count == 0
            ? identities.Verifying(from)!
            : throw SesError.Rejected(
                "Email address is not verified. The following identities failed the check in region "
                    + $"{cloud.Region.ToUpperInvariant()}: {string.Join(", ", failed)}");
    }

    private SentMail Mail(
        SesCall call,
        SendEmailRequest request,
        EmailIdentity identity,
        ConfigurationSet? set,
        IReadOnlyList<EmailAddress> recipients) => new()
        {
            At = cloud.Clock.GetUtcNow(),
            MessageId = NewId(),
            From = request.FromEmailAddress!,
            IdentityArn = identity.Arn,
            Caller = call.CallerName,
            ConfigurationSet = set?.Name,
            To = request.Destination!.ToAddresses ?? [],
            ReplyTo = request.ReplyToAddresses ?? [],
            Subject = request.Content!.Simple!.Subject!.Data!,
            Html = request.Content.Simple.Body!.Html?.Data,
            Text = request.Content.Simple.Body.Text?.Data,
            Headers = Pairs(request.Content.Simple.Headers),
            Tags = Pairs(request.EmailTags),
            Recipients = [.. recipients.Select(recipient => (recipient.Address, FateAt(recipient, set)))],
        };

    private Fate FateAt(EmailAddress recipient, ConfigurationSet? set) =>
        Simulator.FateAt(recipient)
            ?? (account.Suppressed.Find(recipient.Address) is { } listed
                && (set?.SuppressedReasons ?? SuppressionReasons.All).Contains(listed.Reason)
                    ? new Fate.Suppressed(listed.Reason)
                    : new Fate.Delivered());

    private string NewId() => string.Create(
        CultureInfo.InvariantCulture, $"0102{cloud.Clock.GetUtcNow().ToUnixTimeMilliseconds():x12}-{Guid.NewGuid()}-000000");

    private static IReadOnlyList<KeyValuePair<string, string>> Pairs(IReadOnlyList<NamedText>? texts) =>
        [.. (texts ?? []).Select(text => KeyValuePair.Create(text.Name!, text.Value!))];
}
