namespace Engagement.Definitions.Templates;

/// <summary>What a value of an endpoint belongs to.</summary>
public enum TemplateValueKind
{
    /// <summary>The element of an <c>each</c>; its list is a reference of its own.</summary>
    Element,

    /// <summary>The platform's own: <c>Address</c>, <c>User.UserId</c>, …</summary>
    Property,

    /// <summary><c>Attributes.NAME</c>, a list of texts.</summary>
    Attribute,

    /// <summary><c>Metrics.NAME</c>, a number.</summary>
    Metric,

    /// <summary><c>User.UserAttributes.NAME</c>, a list of texts.</summary>
    UserAttribute,
}
