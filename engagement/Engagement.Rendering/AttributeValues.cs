using System.Collections.ObjectModel;

namespace Engagement.Rendering;

/// <summary>
/// An attribute's values in a template: by index, with <c>each</c>, or named as a whole, where they are joined by commas as in Handlebars.
/// </summary>
public sealed class AttributeValues(IList<object?> values) : ReadOnlyCollection<object?>(values)
{
    /// <summary>Whether there is no value, or none that shows.</summary>
    public bool IsEmpty => this.All(value => value is null or "");

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', this);
}
