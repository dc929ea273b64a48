using Engagement.Customers;
using Engagement.Segments;

namespace Handlers.Tests.Customers;

public class CustomerMergeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_equal_times_the_greater_id_wins()
    {
        var (one, other) = (Update(1, "a") with { UserAttributes = Tier("x") }, Update(1, "b") with { UserAttributes = Tier("y") });
        foreach (var endpoint in new[] { Join(one, other), Join(other, one) })
        {
            Assert.Equal(["y"], endpoint.UserAttributes["tier"].Value);
        }
    }

    [Fact]
    public void Endpoint_belongs_to_the_user_whom_the_latest_request_named()
    {
        var endpoint = Join(Update(3, "c", "ada"), Update(2, "b", "bob"), Update(1, "a", "cy"), Update(4, "d"));
        Assert.Equal("ada", endpoint.Owner!.User.Value);
        Assert.Equal("bob", endpoint.Owner.Before!.Value);
    }

    [Fact]
    public void What_was_said_of_a_visitor_holds_for_the_user_who_signs_in()
    {
        var profile = Profile("ada", Join(Update(1, "a") with { UserAttributes = Tier("x") }, Update(2, "b", "ada")));
        Assert.Equal(["x"], profile.UserAttributes["tier"]);
    }

    [Fact]
    public void What_was_said_while_an_endpoint_was_anothers_does_not_hold_for_the_next_user()
    {
        var meanwhile = Update(2, "b") with { UserAttributes = Tier("x") };
        var profile = Profile("bob", Join(Update(1, "a", "ada"), meanwhile, Update(3, "c", "ada"), Update(4, "d", "bob")));
        Assert.Empty(profile.UserAttributes);
    }

    [Fact]
    public void The_latest_word_counts_whether_it_named_the_user_or_an_endpoint()
    {
        var named = CustomerMerge.WithUser(new() { Id = "ada" }, Update(2, "b", "ada") with { UserAttributes = Tier("named") });
        Assert.Equal(["named"], With(named, Update(1, "a")).UserAttributes["tier"]);
        Assert.Equal(["unnamed"], With(named, Update(3, "c")).UserAttributes["tier"]);

        static CustomerProfile With(CustomerProfile profile, CustomerUpdate update) =>
            CustomerMerge.WithEndpoint(profile, CustomerMerge.EndpointOf(update with { UserAttributes = Tier("unnamed") }));
    }

    [Fact]
    public void A_changed_customer_is_looked_at_anew()
    {
        var before = new CustomerProfile { Id = "ada" };
        Assert.Empty(before.UserAttributes);
        var after = CustomerMerge.WithUser(before, Update(1, "a", "ada") with { UserAttributes = Tier("x") });
        Assert.Equal(["x"], after.UserAttributes["tier"]);
    }

    [Fact]
    public void Endpoint_that_is_given_an_address_is_active_unless_the_update_says_otherwise()
    {
        var inactive = Update(1, "a") with { Fields = new Dictionary<string, string> { ["EndpointStatus"] = "INACTIVE" } };
        Assert.False(Join(inactive).IsActive);
        Assert.False(Join(inactive, Update(2, "b", "ada")).IsActive);
        Assert.True(Join(inactive, Update(2, "b") with { Fields = new Dictionary<string, string> { ["Address"] = "a@b" } }).IsActive);
    }

    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("~e", "$~e")]
    [InlineData("$x", "$$x")]
    public void User_is_found_in_the_customers_id(string userId, string customerId)
    {
        Assert.Equal(customerId, CustomerId.OfUser(userId));
        Assert.Equal(userId, CustomerId.UserIdOf(customerId));
        Assert.Null(CustomerId.UserIdOf(CustomerId.OfEndpoint("E")));
    }

    [Fact]
    public void Endpoint_is_a_member_of_segments_with_its_users_attributes()
    {
        var update = Update(1, "a") with
        {
            UserAttributes = Tier("gold"),
            Attributes = new Dictionary<string, IReadOnlyList<string>> { ["langs"] = ["de", "en"] },
            Metrics = new Dictionary<string, double> { ["visits"] = 3 },
            Fields = new Dictionary<string, string>
            {
                ["ChannelType"] = "EMAIL",
                ["Location.Country"] = "DE",
                ["Demographic.Platform"] = "iOS",
                ["Demographic.Make"] = "Apple",
                ["Demographic.Model"] = "X",
                ["Demographic.AppVersion"] = "1",
            },
        };
        var member = Profile("ada", CustomerMerge.EndpointOf(update)).Members.Single();
        Assert.Equal(
            ("ada", "EMAIL", "DE", "iOS", "Apple", "X", "1"),
            (member.UserId, member.Channel, member.Country, member.Platform, member.Make, member.Model, member.AppVersion));
        Assert.Equal(["gold"], member.UserAttribute("tier")!);
        Assert.Equal(["de", "en"], member.Attribute("langs")!);
        Assert.Equal(3, member.Metric("visits"));
        Assert.Null(member.UserAttribute("none"));
        Assert.Null(member.Attribute("none"));
        Assert.Null(member.Metric("none"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Tier(params string[] values) => new() { ["tier"] = values };

    private static CustomerUpdate Update(int second, string id, string? userId = null) =>
        new() { Stamp = new(Noon.AddSeconds(second), id), EndpointId = "e", UserId = userId };

    private static CustomerEndpoint Join(params CustomerUpdate[] updates) =>
        updates.Select(CustomerMerge.EndpointOf).Aggregate(CustomerMerge.Join);

    private static CustomerProfile Profile(string userId, CustomerEndpoint endpoint) =>
        CustomerMerge.WithEndpoint(new() { Id = CustomerId.OfUser(userId) }, endpoint);
}
