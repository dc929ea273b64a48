using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Resources;
using Engagement.Local.Ses.Accounts;
using Engagement.Local.Ses.ConfigurationSets;
using Engagement.Local.Ses.Feedback;
using Engagement.Local.Ses.Identities;
using Engagement.Local.Ses.Protocol;
using Engagement.Local.Ses.Resources;
using Engagement.Local.Ses.Sending;

namespace Engagement.Local.Ses;

/// <summary>Amazon SES v2 over its REST-JSON protocol of 2019-09-27. Mail goes nowhere: the control API shows it.</summary>
internal sealed class SesService : IAwsService, IResourceProvider, IDisposable
{
    // "All Amazon SES API actions except for SendEmail, SendRawEmail and SendTemplatedEmail" share it ("Service quotas").
    private const double OtherRequestsPerSecond = 1;

    private readonly SesRouter router;
    private readonly FeedbackPublisher feedback;

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="endpoint">How topics are told.</param>
    /// <param name="callers">The time that callers wait by, beside the clock; none by default.</param>
    /// <param name="limitsOtherRequests">Whether operations that do not send are held to one a second, as in AWS.</param>
    public SesService(CloudContext cloud, IAwsEndpoint endpoint, TimeProvider? callers = null, bool limitsOtherRequests = true)
    {
        Account = new(cloud.Clock, callers);
        var (identities, sets) = (new EmailIdentities(cloud), new ConfigurationSetStore(cloud));
        feedback = new(cloud, endpoint, sets);
        router = new(
            [
                new SendOperation(cloud, Account, identities, sets, Accept).Operation,
                .. new AccountOperations(Account).Operations,
                .. new SuppressionOperations(Account.Suppressed).Operations,
                .. new IdentityOperations(identities).Operations,
                .. new ConfigurationSetOperations(sets).Operations,
            ],
            limitsOtherRequests ? new TokenBucket(cloud.Clock, OtherRequestsPerSecond, 1, callers) : null);
        var (identity, set) = (new IdentityResources(cloud, identities), new ConfigurationSetResources(cloud, sets));
        ResourceTypes = identity.Types.Concat(set.Types).ToDictionary();
        Lifecycles = identity.Lifecycles.Concat(set.Lifecycles).ToDictionary();
    }

    public string Name => "ses";

    public string SigningName => "ses";

    public string InternalError => "InternalServiceErrorException";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfRest(
        ("BadRequestException", 400), ("NotFoundException", 404), ("TooManyRequestsException", 429), ("LimitExceededException", 400),
        ("MessageRejected", 400), ("SendingPausedException", 400), ("AccountSuspendedException", 400),
        ("MailFromDomainNotVerifiedException", 400), ("InternalServiceErrorException", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>What the account may send, and to which addresses not.</summary>
    public SendingAccount Account { get; }

    /// <summary>Every message that was accepted.</summary>
    public SentMails Sent { get; } = new();

    /// <summary>The latest events that no topic took.</summary>
    public IReadOnlyList<LostEvent> Lost => feedback.Lost;

    public AwsOperation Resolve(AwsRequest request) => router.Resolve(request);

    public AwsResponse Error(AwsRequest request, AwsException error) => SesAnswer.Error(error);

    public void Dispose() => feedback.Dispose();

    private void Accept(SentMail mail)
    {
        Sent.Add(mail);
        feedback.Begin(mail);
    }
}
