using Engagement.Local.Clock;

namespace Engagement.Local.Aws;

/// <summary>What every part of the local cloud knows.</summary>
internal sealed record CloudContext
{
    /// <summary>Account that owns everything: twelve digits, as in AWS.</summary>
    public string Account { get; init; } = "000000000000";

    /// <summary>Region of everything, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Where this cloud listens, without a slash at the end, such as <c>http://127.0.0.1:8080</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The one clock.</summary>
    public required VirtualClock Clock { get; init; }

    /// <summary>An ARN in this account and region.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
