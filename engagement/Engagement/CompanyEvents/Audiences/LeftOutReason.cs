namespace Engagement.CompanyEvents.Audiences;

/// <summary>Why a customer gets no message: values of the metric's dimension <c>Reason</c>.</summary>
public static class LeftOutReason
{
    /// <summary>The campaign's <c>when</c> does not hold of the customer.</summary>
    public const string When = "when";

    /// <summary>The endpoint has another form than the platform gives one.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The campaign has no rule.</summary>
    public const string NoRule = "noRule";
}
