using System.Diagnostics.CodeAnalysis;

namespace Engagement.Definitions;

/// <summary>Who may record an event.</summary>
public enum EventIdentity
{
    /// <summary>
    /// Anyone. User attributes are stored only when the request carries a valid identity signature. In the file: <c>anonymous</c>.
    /// </summary>
    Anonymous,

    /// <summary>Only a request with a valid, unexpired identity signature. In the file: <c>signed</c>.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The plan's own word; no number type is meant.")]
    Signed,
}
