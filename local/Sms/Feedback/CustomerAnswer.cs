namespace Engagement.Local.Sms.Feedback;

/// <summary>A text from a customer.</summary>
/// <param name="From">The customer's number.</param>
/// <param name="To">The pool or number that it comes to.</param>
/// <param name="Body">What it says.</param>
internal sealed record CustomerAnswer(string From, string To, string Body)
{
    // "Opt-out keywords" in the user guide.
    private static readonly string[] StopWords =
        ["ARRET", "CANCEL", "END", "OPT-OUT", "OPTOUT", "QUIT", "REMOVE", "STOP", "TD", "UNSUBSCRIBE"];

    /// <summary>What it says, as keywords are compared.</summary>
    public string Word => Body.Trim().ToUpperInvariant();

    /// <summary>Whether the service puts the number on its opt-out list.</summary>
    public bool OptsOut => StopWords.Contains(Word);
}
