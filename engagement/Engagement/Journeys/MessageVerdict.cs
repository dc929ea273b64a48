using Engagement.Definitions.Topics;

namespace Engagement.Journeys;

/// <summary>
/// Whether a customer gets a message now: <see cref="Send"/>, <see cref="PutOff"/>, <see cref="LeaveOut"/> or <see cref="Leave"/>.
/// </summary>
public abstract record MessageVerdict
{
    private MessageVerdict()
    {
    }

    /// <summary>The customer gets it.</summary>
    /// <param name="Topic">What the message is about.</param>
    public sealed record Send(Topic Topic) : MessageVerdict;

    /// <summary>The customer gets it later, unless something happens until then.</summary>
    /// <param name="Until">When to ask again.</param>
    public sealed record PutOff(DateTimeOffset Until) : MessageVerdict;

    /// <summary>The customer does not get it, and goes on.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LeaveOut(string Reason) : MessageVerdict;

    /// <summary>The customer does not get it, and leaves the journey.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Leave(string Reason) : MessageVerdict;
}
