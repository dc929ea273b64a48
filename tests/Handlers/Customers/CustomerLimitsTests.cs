using Engagement.Customers;

namespace Handlers.Tests.Customers;

public class CustomerLimitsTests
{
    private static readonly CustomerUpdate Fine = new() { Stamp = new(DateTimeOffset.UnixEpoch, "r"), EndpointId = "e", UserId = "ada" };

    public static TheoryData<CustomerUpdate, string?> Updates => new()
    {
        { Fine, null },
        { Fine with { EndpointId = "" }, "the endpoint's id" },
        { Fine with { EndpointId = "a$" }, "the endpoint's id" },
        { Fine with { EndpointId = new string('e', 129) }, "the endpoint's id" },
        { Fine with { UserId = "" }, "the user's id" },
        { Fine with { UserAttributes = Attribute(new string('n', 50), "v") }, null },
        { Fine with { UserAttributes = Attribute(new string('n', 51), "v") }, "the name of a user attribute" },
        { Fine with { UserAttributes = Attribute("", "v") }, "the name of a user attribute" },
        { Fine with { UserAttributes = Attribute("n", new string('v', 100)) }, null },
        { Fine with { UserAttributes = Attribute("n", new string('v', 101)) }, "a user attribute has a value" },
        { Fine with { Attributes = Attribute("n", [.. Enumerable.Repeat("v", 51)]) }, "an attribute has more than 50 values" },
        { Fine with { Metrics = new Dictionary<string, double> { [new string('n', 51)] = 1 } }, "the name of a metric" },
        { Fine with { Fields = Field("Shoe", "42") }, "a field is none" },
        { Fine with { Fields = Field("ChannelType", "PIGEON") }, "the channel type" },
        { Fine with { Fields = Field("EndpointStatus", "active") }, "the endpoint's status" },
        { Fine with { Fields = Field("OptOut", "SOME") }, "OptOut" },
    };

    [Theory]
    [MemberData(nameof(Updates), DisableDiscoveryEnumeration = true)]
    public void Update_that_breaks_a_limit_is_refused_with_its_reason(CustomerUpdate update, string? begins) =>
        Assert.Equal(begins, CustomerLimits.Objection(update) is { } objection ? objection[..begins!.Length] : null);

    [Fact]
    public void Customer_has_at_most_as_many_endpoints_and_attributes_as_the_limits_say()
    {
        var full = new CustomerProfile { Id = "ada" };
        for (var i = 0; i < CustomerLimits.Endpoints; i++)
        {
            full = CustomerMerge.WithEndpoint(full, CustomerMerge.EndpointOf(Fine with { EndpointId = $"e{i}" }));
        }

        Assert.Null(CustomerLimits.Objection(full, full.Endpoint("e0")!));
        var more = CustomerMerge.WithEndpoint(full, CustomerMerge.EndpointOf(Fine));
        Assert.Equal("the user would have more than 15 endpoints", CustomerLimits.Objection(more, more.Endpoint("e")!));
    }

    [Theory]
    [InlineData(250, 1, null)]
    [InlineData(251, 1, "the endpoint would have more than 250 attributes, metrics and user attributes")]
    [InlineData(140, 100, null)]
    [InlineData(150, 100, "the endpoint would have more than 15360 bytes")]
    public void Endpoint_has_at_most_as_much_as_the_limits_say(int attributes, int length, string? objection)
    {
        var update = Fine with
        {
            UserId = null,
            UserAttributes = Enumerable.Range(0, attributes / 2)
                .ToDictionary(i => $"u{i}", _ => (IReadOnlyList<string>)[new string('v', length < 4 ? 0 : length - 3)]),
            Attributes = Enumerable.Range(0, attributes - (attributes / 2))
                .ToDictionary(i => $"a{i}", _ => (IReadOnlyList<string>)[new string('v', length < 4 ? 0 : length - 3)]),
        };
        var profile = CustomerMerge.WithEndpoint(new() { Id = "~e" }, CustomerMerge.EndpointOf(update));
        Assert.Equal(objection, CustomerLimits.Objection(profile, profile.Endpoint("e")!));
    }

    private static Dictionary<string, IReadOnlyList<string>> Attribute(string name, params string[] values) => new() { [name] = values };

    private static Dictionary<string, string> Field(string name, string value) => new() { [name] = value };
}
