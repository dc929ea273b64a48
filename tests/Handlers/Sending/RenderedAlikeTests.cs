using System.Text.Json;
using Engagement.Customers;
using Engagement.Definitions.Templates;
using Engagement.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.CompanyEvents;

/// <summary>
/// What a template shows of a customer that the stack keeps is what it shows of the same endpoint as a platform's API gives it.
/// </summary>
public class RenderedAlikeTests
{
    // Every kind of value, and every shape in which a template may name it.
    private const string Everything = """
        {{Address}}|{{ChannelType}}|{{OptOut}}|{{EndpointStatus}}|{{Id}}|{{User.UserId}}|{{Location.City}}|{{Location.Country}}
        {{Location.Latitude}}|{{Location.Longitude}}|{{Demographic.Make}}|{{Demographic.AppVersion}}|{{Metrics.visits}}
        {{Attributes.colour.[0]}}|{{Attributes.colour.[1]}}|{{{Attributes.colour}}}|{{#each Attributes.colour}}{{@index}}{{this}},{{/each}}
        {{#if Attributes.colour}}yes{{else}}no{{/if}}|{{{User.UserAttributes.name.[0]}}}
        {{#each User.UserAttributes.name}}{{../Address}}{{{this}}};{{/each}}|{{#unless User.UserAttributes.name}}none{{/unless}}
        """;

    private static readonly string[] Coordinates = ["Location.Latitude", "Location.Longitude"];

    private static readonly Gen<string> AnyText = Gen.Elements("", "Ada", "<b>", "a&b", "\"", "'", "Ünï", "  ", "{{x}}", "0", "a\nb");

    private static readonly Gen<Dictionary<string, IReadOnlyList<string>>> AnyAttributes =
        from names in Gen.SubListOf("colour", "name", "event_version")
        from values in AnyText.ArrayOf().Where(values => values.Length < 4)
        select names.ToDictionary(name => name, IReadOnlyList<string> (_) => values);

    private static readonly Gen<CustomerMember> AnyCustomer =
        from attributes in AnyAttributes
        from userAttributes in AnyAttributes
        from fields in Gen.SubListOf(
            EndpointField.Address, EndpointField.Country, EndpointField.Make, EndpointField.AppVersion, "Location.City")
        from place in Gen.Elements(null, "0.5", "-12.25", "52")
        from text in AnyText
        from visits in Gen.Elements<double?>(null, 0, 3, 1.5, 1e21)
        select Recipients.Create(
            fields.Append(EndpointField.ChannelType).ToDictionary(name => name, name => name == EndpointField.ChannelType ? "EMAIL" : text)
                .Concat(place is null ? [] : Coordinates.Select(name => KeyValuePair.Create(name, place)))
                .ToDictionary(),
            attributes,
            userAttributes,
            visits is { } number ? new Dictionary<string, double> { ["visits"] = number } : new Dictionary<string, double>());

    [Fact]
    public void A_kept_customer_and_the_same_endpoint_of_an_API_read_the_same() => Prop.ForAll(
        (from customer in AnyCustomer from shown in AnyAttributes select (customer, shown)).ToArbitrary(),
        each =>
        {
            var message = new Engagement.Sending.OutgoingMessage
            {
                Template = "t",
                Topic = new() { Name = "news" },
                To = each.customer,
                Shown = each.shown,
            };
            var renderer = new MessageRenderer(new Dictionary<string, MessageTemplate>
            {
                ["t"] = new() { Name = "t", Email = new() { Subject = "s", Html = Everything, Text = Everything } },
            });
            var api = JsonSerializer.SerializeToElement(Endpoint(each.customer, each.shown));
            Assert.Equal(
                HandlebarsTemplate.Render(Everything, TemplateVariables.Create(api, defaults: null)), renderer.RenderEmail(message)!.Html);
        }).QuickCheckThrowOnFailure();

    // As GetEndpoint answers it, and a hook adds to its attributes.
    private static Dictionary<string, object?> Endpoint(CustomerMember to, Dictionary<string, IReadOnlyList<string>> shown)
    {
        var fields = to.Endpoint.Fields.ToDictionary(field => field.Key, field => field.Value.Value);
        var attributes = to.Endpoint.Attributes.ToDictionary(each => each.Key, each => each.Value.Value);
        foreach (var (name, values) in shown)
        {
            attributes[name] = values;
        }

        return new()
        {
            ["Id"] = to.Endpoint.Id,
            ["Address"] = fields.GetValueOrDefault("Address"),
            ["ChannelType"] = fields.GetValueOrDefault("ChannelType"),
            ["EndpointStatus"] = "ACTIVE",
            ["OptOut"] = "NONE",
            ["Attributes"] = attributes,
            ["Metrics"] = to.Endpoint.Metrics.ToDictionary(each => each.Key, each => each.Value.Value),
            ["Location"] = Group("Location.", name => name is "Latitude" or "Longitude"),
            ["Demographic"] = Group("Demographic.", _ => false),
            ["User"] = new Dictionary<string, object?> { ["UserId"] = to.UserId, ["UserAttributes"] = to.Profile.UserAttributes },
        };

        Dictionary<string, object> Group(string prefix, Func<string, bool> isNumber) => fields
            .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(
                field => field.Key[prefix.Length..],
                object (field) => isNumber(field.Key[prefix.Length..])
                    ? double.Parse(field.Value, System.Globalization.CultureInfo.InvariantCulture)
                    : field.Value);
    }
}
