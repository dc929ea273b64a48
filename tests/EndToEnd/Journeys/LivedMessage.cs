namespace EndToEnd.Tests.Journeys;

/// <summary>A message that a customer got.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Template">The message's template.</param>
/// <param name="At">When it was sent.</param>
internal sealed record LivedMessage(int Customer, string Template, DateTimeOffset At)
{
    /// <summary>
    /// What platforms can be compared by: which way of a split a customer goes depends on the event's id, which the gateway chooses. Null
    /// for a message that one of its ways does not send.
    /// </summary>
    public string? Kind => Template switch
    {
        "offer-a" or "offer-b" => "offer",
        "review" => null,
        _ => Template,
    };
}
