using Engagement.Customers;

namespace Engagement.Definitions.Templates;

/// <summary>The values that a template names.</summary>
/// <param name="template">The template.</param>
public sealed class TemplateValues(MessageTemplate template)
{
    private readonly TemplateReference[] references =
    [
        .. new[] { template.Email?.Subject, template.Email?.Html, template.Email?.Text, template.Text?.Body }
            .OfType<string>()
            .SelectMany(part => TemplateLanguage.Read(part).References)
            .DistinctBy(reference => (reference.Kind, reference.Name)),
    ];

    /// <summary>The names of a kind.</summary>
    public IEnumerable<string> Names(TemplateValueKind kind) =>
        references.Where(reference => reference.Kind == kind).Select(reference => reference.Name);

    /// <summary>What is named and a reader has not.</summary>
    /// <param name="member">The reader.</param>
    /// <param name="shown">Attributes that stand beside the endpoint's.</param>
    public IReadOnlyList<string> Missing(CustomerMember member, IReadOnlyDictionary<string, IReadOnlyList<string>> shown) =>
    [
        .. references.Where(reference => !Has(reference, member, shown)).Select(Shown).Order(StringComparer.Ordinal),
    ];

    private static bool Has(
        TemplateReference reference, CustomerMember member, IReadOnlyDictionary<string, IReadOnlyList<string>> shown) =>
        reference.Kind switch
        {
            TemplateValueKind.UserAttribute => member.UserAttribute(reference.Name) is { Count: > 0 },
            TemplateValueKind.Attribute => (shown.GetValueOrDefault(reference.Name) ?? member.Attribute(reference.Name)) is { Count: > 0 },
            TemplateValueKind.Metric => member.Metric(reference.Name) is not null,
            TemplateValueKind.Property => reference.Name switch
            {
                "User.UserId" => member.UserId is not null,
                var name when EndpointField.Names.Contains(name) => member.Endpoint.Field(name) is not null || IsNeverMissing(name),
                "Id" => true,
                _ => false,
            },
            _ => true,
        };

    private static bool IsNeverMissing(string field) => field is EndpointField.EndpointStatus or EndpointField.OptOut;

    private static string Shown(TemplateReference reference) => reference.Kind switch
    {
        TemplateValueKind.UserAttribute => $"User.UserAttributes.{reference.Name}",
        TemplateValueKind.Attribute => $"Attributes.{reference.Name}",
        TemplateValueKind.Metric => $"Metrics.{reference.Name}",
        _ => reference.Name,
    };
}
