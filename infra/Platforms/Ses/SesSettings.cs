using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Ses.Sending;
using Engagement.Infra.Platforms.Ses.Sms;
using Engagement.Infra.Platforms.Ses.Unsubscribing;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>The settings that this platform alone has, under <c>ses:</c> and <c>eventStream:</c>.</summary>
internal sealed record SesSettings
{
    // The least that Lambda allows.
    private const int FewestSenders = 2;
    private const int MostSenders = 1_000;

    // SES grants larger rates on request; a larger number here is a mistake.
    private const int LargestRate = 100_000;

    /// <summary>Who the messages come from.</summary>
    public required SenderSettings Sender { get; init; }

    /// <summary>The domain's records and policies.</summary>
    public required SendingDomainSettings Domain { get; init; }

    /// <summary>The keys of links by which customers unsubscribe.</summary>
    public required LinkKeySettings LinkKeys { get; init; }

    /// <summary>The domain of these links; null where they lead to the host that AWS gives the API.</summary>
    public required ApiDomainSettings? LinkDomain { get; init; }

    /// <summary>Messages a second for the whole account, 1 to 100,000; null where functions ask SES for the account's rate.</summary>
    public required int? Rate { get; init; }

    /// <summary>
    /// Functions that send campaigns at the same time, 2 (the least that Lambda allows) to 1,000; 8 by default. All of them together keep
    /// below the account's rate.
    /// </summary>
    public required int Senders { get; init; }

    /// <summary>Where text messages come from; null where the stack sends none.</summary>
    public required SmsSettings? Sms { get; init; }

    /// <summary>
    /// Protects the tables of customers, consents, runs and deliveries from deletion, until this is set to false and deployed. Default:
    /// true in the stack <c>prod</c>, false elsewhere.
    /// </summary>
    public required bool Protect { get; init; }

    /// <summary>The archive of recorded events.</summary>
    public required EventStreamSettings Archive { get; init; }

    public static SesSettings Read(ConfigProblems problems)
    {
        Moved(new ConfigReader("email", problems));
        var config = new ConfigReader("ses", problems);
        var domain = SendingDomainSettings.Read(config);
        return new()
        {
            Domain = domain,
            Sender = SenderSettings.Read(config, domain.Name),
            LinkKeys = LinkKeySettings.Read(config),
            LinkDomain = LinkDomainSettings.Read(config, domain),
            Rate = config.Text("sendingRate") is null ? null : config.WholeNumber("sendingRate", 1, 1, LargestRate),
            Senders = config.WholeNumber("senders", 8, FewestSenders, MostSenders),
            Sms = SmsSettings.Read(config),
            Protect = config.Flag("protectCustomers") ?? Pulumi.Deployment.Instance.StackName == "prod",
            Archive = EventStreamSettings.Read(new ConfigReader("eventStream", problems)),
        };
    }

    // Settings of an environment that comes from the other platform, with the ones that say the same here.
    private static void Moved(ConfigReader email)
    {
        email.Renamed("fromAddress", "ses:fromAddress");
        email.Renamed("identityArn", "ses:domain");
    }
}
