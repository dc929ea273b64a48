using Engagement.Customers;

namespace Engagement.CustomerFiles;

/// <summary>
/// A member of an endpoint by the dotted name that files have, such as <c>Address</c>, <c>Location.Country</c>, <c>Attributes.NAME</c> or
/// <c>User.UserAttributes.NAME</c>: "Importing segments" in the Pinpoint user guide, and <c>EndpointResponse</c> in its API reference.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Name">The name of the field, attribute or metric; the member's own otherwise.</param>
internal sealed record EndpointMember(EndpointMemberKind Kind, string Name)
{
    public const string Id = "Id";
    public const string UserId = "User.UserId";
    public const string EffectiveDate = "EffectiveDate";

    private const string Attributes = "Attributes.";
    private const string Metrics = "Metrics.";
    private const string UserAttributes = "User.UserAttributes.";

    // What a platform notes for itself: nothing of it is about the customer.
    private static readonly string[] Ignored = ["ApplicationId", "CohortId", "CreationDate", "RequestId"];

    /// <summary>Whether there may be several values.</summary>
    public bool IsList => Kind is EndpointMemberKind.Attribute or EndpointMemberKind.UserAttribute;

    /// <summary>Reads a name; null when endpoints have no such member.</summary>
    public static EndpointMember? Parse(string path) => path switch
    {
        Id => new(EndpointMemberKind.Id, path),
        UserId => new(EndpointMemberKind.UserId, path),
        EffectiveDate => new(EndpointMemberKind.EffectiveDate, path),
        _ when EndpointField.Names.Contains(path) => new(EndpointMemberKind.Field, path),
        _ when Ignored.Contains(path) => new(EndpointMemberKind.Ignored, path),
        _ => Below(path, UserAttributes, EndpointMemberKind.UserAttribute)
            ?? Below(path, Attributes, EndpointMemberKind.Attribute)
            ?? Below(path, Metrics, EndpointMemberKind.Metric),
    };

    // Names of attributes may hold points themselves.
    private static EndpointMember? Below(string path, string prefix, EndpointMemberKind kind) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && path.Length > prefix.Length ? new(kind, path[prefix.Length..]) : null;
}
