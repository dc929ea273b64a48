namespace Engagement.Local.Ses.Accounts;

/// <summary>What the account may send. AWS sets it, and raises it on request.</summary>
internal sealed record SendQuota
{
    /// <summary>No limit on the messages of a day.</summary>
    public const double Unlimited = -1;

    /// <summary>Recipients in 24 hours. Default: <see cref="Unlimited"/>.</summary>
    public double Max24HourSend { get; init; } = Unlimited;

    /// <summary>
    /// Recipients a second, on the cloud's clock or on that of its callers, where more has passed. Default: 500, as of an account that
    /// sends much. AWS publishes no value for new accounts.
    /// </summary>
    public double MaxSendRate { get; init; } = 500;
}
