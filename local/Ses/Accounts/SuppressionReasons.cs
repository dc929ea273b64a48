namespace Engagement.Local.Ses.Accounts;

/// <summary>Why an address is on the suppression list.</summary>
internal static class SuppressionReasons
{
    public const string Bounce = "BOUNCE";
    public const string Complaint = "COMPLAINT";

    /// <summary>Those that accounts suppress by default, and all that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Bounce, Complaint];
}
