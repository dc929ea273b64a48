using System.Globalization;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Sms;

/// <summary>
/// How functions send text messages: the configuration set that every one belongs to, and the origination identity that they come from,
/// which is not the stack's. Numbers cost money, and their registration takes weeks.
/// </summary>
internal sealed class SmsSending : ComponentResource
{
    private readonly SmsSettings settings;

    public SmsSending(string name, SmsSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:ses:SmsSending", name, options)
    {
        this.settings = settings;
        Messages = new Aws.Pinpoint.Smsvoicev2ConfigurationSet(name, new()
        {
            Name = $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>The configuration set that every text message belongs to.</summary>
    public Aws.Pinpoint.Smsvoicev2ConfigurationSet Messages { get; }

    /// <summary>Lets a function send text messages from the origination identity.</summary>
    public Grant Send => new(
        ("SMS_ORIGINATION", settings.Origination),
        ("SMS_CONFIGURATION_SET", Messages.Name),
        ("SMS_RATE", settings.Rate.ToString(CultureInfo.InvariantCulture)))
    {
        Statements =
        [
            new("SendTexts")
            {
                Actions = ["sms-voice:SendTextMessage"],
                Resources = [Messages.Arn.Apply(arn => settings.ArnBelow(string.Join(':', arn.Split(':')[..5]))), Messages.Arn],
            },
        ],
    };
}
