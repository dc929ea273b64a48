using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Engagement.Customers;

/// <summary>A customer as it is stored, with all endpoints. Each value knows which update said it.</summary>
public sealed record CustomerProfile
{
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? view;

    /// <summary>A customer without endpoints and attributes.</summary>
    public CustomerProfile()
    {
    }

    // The view is of this customer and not of a changed copy.
    [SetsRequiredMembers]
    private CustomerProfile(CustomerProfile original) =>
        (Id, Attributes, Endpoints, Revision) = (original.Id, original.Attributes, original.Endpoints, original.Revision);

    /// <summary>Its id, see <see cref="CustomerId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the user; null when no request named one.</summary>
    public string? UserId => CustomerId.UserIdOf(Id);

    /// <summary>Attributes from updates that named the user.</summary>
    public IReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>> Attributes { get; init; } =
        ReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>>.Empty;

    /// <summary>The endpoints, by <see cref="CustomerId.EndpointKey"/>.</summary>
    public IReadOnlyDictionary<string, CustomerEndpoint> Endpoints { get; init; } = ReadOnlyDictionary<string, CustomerEndpoint>.Empty;

    /// <summary>Counts the writes, for the next write to be made upon this one; 0 for a customer that is not stored.</summary>
    public long Revision { get; init; }

    /// <summary>
    /// The user attributes that rules and templates see: of each name the values that the latest update said. An attribute without values
    /// keeps its name.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes => view ??= CustomerView.UserAttributes(this);

    /// <summary>The endpoints as conditions of segments look at them.</summary>
    public IEnumerable<CustomerMember> Members
    {
        get
        {
            foreach (var endpoint in Endpoints.Values)
            {
                yield return new(this, endpoint);
            }
        }
    }

    /// <summary>The endpoint of an id, in any case; null when the customer has none.</summary>
    public CustomerEndpoint? Endpoint(string id) => Endpoints.GetValueOrDefault(CustomerId.EndpointKey(id));
}
