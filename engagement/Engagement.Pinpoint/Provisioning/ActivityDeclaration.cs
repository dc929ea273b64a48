using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// One activity of a journey: <see cref="Ask"/>, <see cref="Choose"/>, <see cref="Send"/> or <see cref="Wait"/>. In JSON the property
/// <c>activity</c> tells which. A participant's passage ends where an activity names none that follows.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "activity")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(Send), "send")]
[JsonDerivedType(typeof(Wait), "wait")]
public abstract record ActivityDeclaration
{
    private ActivityDeclaration()
    {
    }

    /// <summary>Calls the journey's function, which answers attributes of each participant.</summary>
    /// <param name="Data">What the function is told, at most 5,000 characters.</param>
    /// <param name="Next">The activity that follows; null ends the passage.</param>
    public sealed record Ask(string Data, string? Next) : ActivityDeclaration;

    /// <summary>Leads participants on by what the function answered.</summary>
    /// <param name="Of">The activity that asked.</param>
    /// <param name="Attribute">Name of the answered attribute.</param>
    /// <param name="Ways">One to four activities, by the answered value.</param>
    /// <param name="Otherwise">The activity of participants with another answer, or with none; null ends their passage.</param>
    public sealed record Choose(string Of, string Attribute, IReadOnlyDictionary<string, string> Ways, string? Otherwise)
        : ActivityDeclaration;

    /// <summary>Sends an e-mail.</summary>
    /// <param name="Template">Name of the e-mail template.</param>
    /// <param name="From">Sender; null for that of the e-mail channel.</param>
    /// <param name="Next">The activity that follows; null ends the passage.</param>
    public sealed record Send(string Template, string? From, string? Next) : ActivityDeclaration;

    /// <summary>Waits.</summary>
    /// <param name="For">How long: an ISO 8601 duration, one hour to 365 days.</param>
    /// <param name="Next">The activity that follows; null ends the passage.</param>
    public sealed record Wait(string For, string? Next) : ActivityDeclaration;
}
