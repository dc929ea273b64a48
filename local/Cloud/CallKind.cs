namespace Engagement.Local.Cloud;

/// <summary>Calls that are counted together.</summary>
/// <param name="Caller">The role's ARN, or what a service acts for, such as a rule.</param>
/// <param name="Service">Short service name.</param>
/// <param name="Operation">Such as <c>SendMessage</c>.</param>
/// <param name="Resource">ARN of what was called, of services in <see cref="Told"/>; otherwise null.</param>
internal sealed record CallKind(string Caller, string Service, string Operation, string? Resource)
{
    /// <summary>Services of which each resource is counted by itself. A stack has few of theirs.</summary>
    public static IReadOnlyList<string> Told { get; } = ["firehose", "lambda", "sns", "sqs", "states"];
}
