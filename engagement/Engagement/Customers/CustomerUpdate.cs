using System.Collections.ObjectModel;

namespace Engagement.Customers;

/// <summary>
/// What one request, one row of an import or one message that sets attributes says of a customer. The order in which updates arrive does
/// not matter, nor that one arrives twice: see <see cref="CustomerMerge"/>.
/// </summary>
public sealed record CustomerUpdate
{
    /// <summary>When it was said, and by which request.</summary>
    public required UpdateStamp Stamp { get; init; }

    /// <summary>The endpoint that it is about.</summary>
    public required string EndpointId { get; init; }

    /// <summary>
    /// The user that the endpoint belongs to from now on; null leaves the endpoint where it is. A sender that sets attributes of who got a
    /// message leaves it null, or the endpoint would come back to a user that it has left.
    /// </summary>
    public string? UserId { get; init; }

    /// <summary>User attributes by name; each replaces the attribute's values. No values remove them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// Values by the names of <see cref="EndpointField"/>. An update that gives an address and no status makes the endpoint active, and
    /// other endpoints with the address inactive.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Attributes of the endpoint by name; each replaces the attribute's values. No values remove them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Numbers of the endpoint by name; each replaces the number.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ReadOnlyDictionary<string, double>.Empty;
}
