using System.Collections.ObjectModel;
using Engagement.Customers;
using Engagement.Definitions.Topics;

namespace Engagement.Consent;

/// <summary>
/// What holds for messages to an address, whichever customer has it: what the customer chose there, and whether the address takes messages
/// at all. Of two statements the later one holds, so that any order of the same statements, with any of them twice, makes the same.
/// </summary>
public sealed record AddressConsent
{
    /// <summary>The address, see <see cref="AddressKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Why nothing more goes to the address, marketing or not; null when messages go there.</summary>
    public Stamped<SuppressionReason>? Suppression { get; init; }

    /// <summary>
    /// When an operator last had messages go to the address again; null when none did. What feedback of before says no longer counts.
    /// </summary>
    public UpdateStamp? Lifted { get; init; }

    /// <summary>What the customer said of all topics at once: whether messages are wanted; null when nothing.</summary>
    public Stamped<bool>? Everything { get; init; }

    /// <summary>What the customer said of single topics, by their names: whether messages are wanted.</summary>
    public IReadOnlyDictionary<string, Stamped<bool>> Topics { get; init; } = ReadOnlyDictionary<string, Stamped<bool>>.Empty;

    /// <summary>Counts the writes, for the next write to be made upon this one; 0 for what is not stored.</summary>
    public long Revision { get; init; }

    /// <summary>An address of which nothing is known: messages go there.</summary>
    public static AddressConsent Unknown(string key) => new() { Key = key };

    /// <summary>
    /// Whether the customer wants messages of a topic: of what was said of it and of everything, the later holds. Default: wanted.
    /// </summary>
    public bool Wants(string topic) => Later(Topics.GetValueOrDefault(topic), Everything)?.Value ?? true;

    /// <summary>Whether a message of a topic may go to the address.</summary>
    public bool Allows(Topic topic) => Suppression is null && (topic.Kind == TopicKind.Transactional || Wants(topic.Name));

    /// <summary>With one choice more; the same when a later one is known.</summary>
    public AddressConsent With(ConsentChoice choice)
    {
        var said = new Stamped<bool>(choice.Wants, choice.Stamp);
        var known = choice.Topic is null ? Everything : Topics.GetValueOrDefault(choice.Topic);
        return ReferenceEquals(Later(known, said), known) ? this
            : choice.Topic is not { } topic ? this with { Everything = said }
            : this with { Topics = new Dictionary<string, Stamped<bool>>(Topics, StringComparer.Ordinal) { [topic] = said } };
    }

    /// <summary>With one reason more for which nothing goes there; the same when a later one is known, or a later lift.</summary>
    public AddressConsent With(Stamped<SuppressionReason> suppression) =>
        suppression.Stamp <= Lifted || suppression.Stamp <= Suppression?.Stamp ? this : this with { Suppression = suppression };

    /// <summary>Without the reasons of before for which nothing goes there; the same when a later lift is known.</summary>
    public AddressConsent Lift(UpdateStamp stamp) =>
        stamp <= Lifted ? this : this with { Lifted = stamp, Suppression = Suppression?.Stamp <= stamp ? null : Suppression };

    private static Stamped<bool>? Later(Stamped<bool>? one, Stamped<bool>? other) =>
        one is null ? other
        : other is null || one.Stamp >= other.Stamp ? one
        : other;
}
