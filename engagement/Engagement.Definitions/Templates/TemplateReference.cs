namespace Engagement.Definitions.Templates;

/// <summary>A place in a template that shows or asks for a value of the endpoint.</summary>
/// <param name="Kind">What the value belongs to.</param>
/// <param name="Name">The name of the property, such as <c>User.UserId</c>, or that of the attribute or metric.</param>
/// <param name="Tag">The tag that it stands in.</param>
public sealed record TemplateReference(TemplateValueKind Kind, string Name, TemplateTag Tag)
{
    /// <summary>Whether the value is a number, which has nothing to escape.</summary>
    public bool IsNumber => Kind == TemplateValueKind.Metric || Name is "@index" or "Location.Latitude" or "Location.Longitude";
}
