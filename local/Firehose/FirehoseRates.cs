namespace Engagement.Local.Firehose;

/// <summary>
/// What a stream takes in a second by direct puts, measured on the cloud's clock and on that of its callers. The defaults are those of
/// eu-west-1, us-east-1 and us-west-2 ("Amazon Data Firehose Quota"); other regions take a fifth of the data and half of the requests.
/// </summary>
internal sealed record FirehoseRates
{
    /// <summary>Requests. Default: 2,000.</summary>
    public int Requests { get; init; } = 2_000;

    /// <summary>Records. Default: 500,000.</summary>
    public int Records { get; init; } = 500_000;

    /// <summary>Bytes. Default: 5 MiB.</summary>
    public int Bytes { get; init; } = 5 * 1024 * 1024;
}
