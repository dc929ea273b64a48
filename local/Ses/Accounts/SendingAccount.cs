using Engagement.Local.Aws;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Accounts;

/// <summary>What the account may send, has sent, and must not send to. Thread-safe.</summary>
internal sealed class SendingAccount(TimeProvider clock, TimeProvider? callers)
{
    private readonly Lock gate = new();
    private readonly RecentSends recent = new(clock);
    private SendQuota quota = new();
    private TokenBucket rate = RateOf(new(), clock, callers);

    /// <summary>Whether the account sends at all.</summary>
    public bool IsSendingEnabled { get; set; } = true;

    /// <summary>Whether the account is out of the sandbox, where mail goes to verified addresses and the simulator alone.</summary>
    public bool HasProductionAccess { get; set; } = true;

    /// <summary>Addresses that mail is accepted for and not sent to.</summary>
    public SuppressionList Suppressed { get; } = new(clock);

    /// <summary>Recipients of the last 24 hours.</summary>
    public int SentLast24Hours
    {
        get
        {
            lock (gate)
            {
                return recent.Count;
            }
        }
    }

    /// <summary>What it may send; a new one begins with a full second's worth.</summary>
    public SendQuota Quota
    {
        get
        {
            lock (gate)
            {
                return quota;
            }
        }
        set
        {
            lock (gate)
            {
                (quota, rate) = (value, RateOf(value, clock, callers));
            }
        }
    }

    /// <summary>Counts a message.</summary>
    /// <param name="recipients">How many get it.</param>
    /// <exception cref="AwsException">The account may not send it now; it is not counted.</exception>
    public void Take(int recipients)
    {
        lock (gate)
        {
            if (quota.Max24HourSend != SendQuota.Unlimited && recent.Count + recipients > quota.Max24HourSend)
            {
                throw SesError.QuotaUsedUp();
            }

            if (!rate.TryTake(recipients))
            {
                throw SesError.TooFast();
            }

            recent.Add(recipients);
        }
    }

    // A message to many must fit into the bucket even where the rate is lower than their number.
    private static TokenBucket RateOf(SendQuota quota, TimeProvider clock, TimeProvider? callers) =>
        new(clock, quota.MaxSendRate, (int)Math.Max(Sending.SendRules.MostRecipients, Math.Ceiling(quota.MaxSendRate)), callers);
}
