namespace Engagement.CustomerFiles;

/// <summary>What a member of an endpoint says.</summary>
internal enum EndpointMemberKind
{
    /// <summary>The endpoint's id.</summary>
    Id,

    /// <summary>The user that the endpoint belongs to.</summary>
    UserId,

    /// <summary>Since when all of it holds.</summary>
    EffectiveDate,

    /// <summary>One of the fields that each endpoint has once.</summary>
    Field,

    /// <summary>An attribute of the endpoint.</summary>
    Attribute,

    /// <summary>An attribute of the user.</summary>
    UserAttribute,

    /// <summary>A number of the endpoint.</summary>
    Metric,

    /// <summary>Nothing that is kept.</summary>
    Ignored,
}
