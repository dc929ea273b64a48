namespace Engagement.Local.Sms.Feedback;

/// <summary>
/// What becomes of a text. The number decides: the simulator's numbers as in AWS ("SMS simulator phone numbers" in the user guide), and
/// those of country code 999, which no country has, are invalid. All others are reached.
/// </summary>
internal static class TextFate
{
    public const string Delivered = "TEXT_DELIVERED";

    private const string Unreachable = "TEXT_UNREACHABLE";
    private const string Invalid = "TEXT_INVALID";
    private const string NoCountry = "+999";

    private static readonly HashSet<string> Failing =
        ["+61455944039", "+43676800442032", "+32460213923", "+4525919215", "+33755512502", "+14254147167"];

    /// <summary>The type of a text's last event.</summary>
    public static string Of(string number) =>
        Failing.Contains(number) ? Unreachable
        : number.StartsWith(NoCountry, StringComparison.Ordinal) ? Invalid
        : Delivered;
}
