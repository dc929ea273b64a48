using Engagement.CompanyEvents;
using Engagement.Customers;
using Engagement.Definitions.Templates;

namespace Engagement.Cli.Messages;

/// <summary>A made-up reader, who has a value for all that a template names of a customer: the name in brackets.</summary>
internal static class SampleReader
{
    private static readonly UpdateStamp Said = new(DateTimeOffset.UnixEpoch, "sample");

    public static CustomerMember Create(TemplateValues values)
    {
        var endpoint = new CustomerEndpoint
        {
            Id = "sample",
            Fields = EndpointField.Names.Except([EndpointField.EndpointStatus, EndpointField.OptOut]).ToDictionary(name => name, FieldOf),
            Attributes = Lists(values.Names(TemplateValueKind.Attribute)
                .Where(name => !name.StartsWith(EventAttributes.Prefix, StringComparison.Ordinal))),
            Metrics = values.Names(TemplateValueKind.Metric).ToDictionary(name => name, _ => new Stamped<double>(1, Said)),
        };
        var profile = new CustomerProfile
        {
            Id = "sample",
            Attributes = Lists(values.Names(TemplateValueKind.UserAttribute)),
            Endpoints = new Dictionary<string, CustomerEndpoint> { [endpoint.Id] = endpoint },
        };
        return new(profile, endpoint);
    }

    private static Stamped<string> FieldOf(string name) => new(
        name switch
        {
            EndpointField.Address => "reader@example.com",
            EndpointField.ChannelType => "EMAIL",
            "Location.Latitude" or "Location.Longitude" => "0",
            _ => $"[{name}]",
        },
        Said);

    private static Dictionary<string, Stamped<IReadOnlyList<string>>> Lists(IEnumerable<string> names) =>
        names.ToDictionary(name => name, name => new Stamped<IReadOnlyList<string>>([$"[{name}]"], Said), StringComparer.Ordinal);
}
