using System.Globalization;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>How functions send e-mail: the configuration set that every message belongs to, and the domain that it comes from.</summary>
internal sealed class EmailSending : ComponentResource
{
    /// <summary>Functions that send reminders at the same time: the least that Lambda allows.</summary>
    public const int ReminderSenders = 2;

    /// <summary>
    /// Functions that move customers on in journeys at the same time, 4. Each sends about ten messages a second at most, so that the pace
    /// is the limit up to 40.
    /// </summary>
    public const int JourneySenders = 4;

    private readonly SesSettings settings;

    public EmailSending(string name, SesSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:ses:EmailSending", name, options)
    {
        this.settings = settings;
        Messages = new Aws.SesV2.ConfigurationSet(name, new()
        {
            ConfigurationSetName = $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            DeliveryOptions = new Aws.SesV2.Inputs.ConfigurationSetDeliveryOptionsArgs { TlsPolicy = "REQUIRE" },
            ReputationOptions = new Aws.SesV2.Inputs.ConfigurationSetReputationOptionsArgs { ReputationMetricsEnabled = true },
            SendingOptions = new Aws.SesV2.Inputs.ConfigurationSetSendingOptionsArgs { SendingEnabled = true },
            // SES itself keeps addresses that bounced for good or complained from getting more.
            SuppressionOptions = new Aws.SesV2.Inputs.ConfigurationSetSuppressionOptionsArgs
            {
                SuppressedReasons = { "BOUNCE", "COMPLAINT" },
            },
        }, new CustomResourceOptions { Parent = this });
        // arn:aws:ses:<region>:<account>:configuration-set/<name>
        var region = Messages.Arn.Apply(arn => arn.Split(':')[3]);
        Domain = new SendingDomain($"{name}-domain", settings.Domain, region, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public SendingDomain Domain { get; }

    /// <summary>The configuration set that every message belongs to.</summary>
    public Aws.SesV2.ConfigurationSet Messages { get; }

    /// <summary>Lets a function send e-mail from the stack's address, and ask how fast the account may send.</summary>
    public Grant Send => new(
    [
        ("MAIL_FROM", settings.Sender.From),
        ("CONFIGURATION_SET", Messages.ConfigurationSetName),
        ("SENDERS", Text(settings.Senders + ReminderSenders + JourneySenders)),
        .. settings.Rate is { } rate ? new (string, Input<string>)[] { ("SENDING_RATE", Text(rate)) } : [],
    ])
    {
        Statements =
        [
            new("SendEmail")
            {
                Actions = ["ses:SendEmail"],
                Resources = [IdentityArn, Messages.Arn],
                Conditions = Statement.Condition("StringEquals", "ses:FromAddress", settings.Sender.Address),
            },
            // SES knows no narrower resource for what is the whole account's.
            .. settings.Rate is null
                ? new Statement[] { new("ReadSendingRate") { Actions = ["ses:GetAccount"], Resources = ["*"] } }
                : [],
        ],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Another stack of the account may own the identity, and then there is none to ask for it.
    private Output<string> IdentityArn => Messages.Arn.Apply(arn =>
        $"{string.Join(':', arn.Split(':')[..5])}:identity/{settings.Domain.Name}");
}
