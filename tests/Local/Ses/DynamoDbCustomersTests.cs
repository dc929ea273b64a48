using Engagement.Customers;
using Engagement.Services;

namespace Local.Tests.Ses;

public class DynamoDbCustomersTests
{
    private readonly CustomerCloud cloud = new();

    [Fact]
    public async Task Customer_is_read_back_with_all_that_was_said()
    {
        await ApplyAsync(Updates.Address("E1", "ada", "ada@example.com", 1) with
        {
            UserAttributes = Attribute("langs", "de", "en"),
            Attributes = Attribute("plan", "pro"),
            Metrics = new Dictionary<string, double> { ["visits"] = 1e300 },
        });
        var customer = Assert.Single(await cloud.Customers.FindAsync(["ada", "bob"], default));
        var endpoint = Assert.Single(customer.Endpoints.Values);
        Assert.Equal(("ada", "ada", "E1", 1), (customer.Id, customer.UserId, endpoint.Id, customer.Revision));
        Assert.Equal(["de", "en"], customer.UserAttributes["langs"]);
        Assert.Equal(("ada@example.com", "EMAIL", true), (endpoint.Address, endpoint.ChannelType, endpoint.IsReachable));
        Assert.Equal(["pro"], endpoint.Attributes["plan"].Value);
        Assert.Equal(1e300, endpoint.Metrics["visits"].Value);
        Assert.Equal("ada", (await cloud.Customers.FindByEndpointAsync("e1", default))!.Id);
        Assert.Null(await cloud.Customers.FindByEndpointAsync("e2", default));
    }

    [Fact]
    public async Task Visitor_who_signs_in_is_one_customer_from_then_on()
    {
        await ApplyAsync(Updates.At(1, "e1").Saying("tier", "gold"));
        Assert.Equal("~e1", Assert.Single(await cloud.AllAsync()).Id);
        await ApplyAsync(Updates.At(2, "e1", "ada"));
        var customer = Assert.Single(await cloud.AllAsync());
        Assert.Equal("ada", customer.Id);
        Assert.Equal(["gold"], customer.UserAttributes["tier"]);
        Assert.Empty(await cloud.FlawsAsync());
    }

    [Fact]
    public async Task Endpoint_moves_to_the_user_who_signs_in_later_and_its_address_with_it()
    {
        await ApplyAsync(Updates.Address("e1", "ada", "a@example.com", 1));
        await ApplyAsync(Updates.At(2, "e1", "bob").Saying("tier", "gold"));
        var customers = (await cloud.AllAsync()).ToDictionary(customer => customer.Id);
        Assert.Equal("a@example.com", customers["bob"].Endpoint("e1")!.Address);
        Assert.DoesNotContain("ada", customers.Keys);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Of_endpoints_with_one_address_only_the_one_is_active_that_was_given_it_last(int first, int second)
    {
        await ApplyAsync(Updates.Address($"e{first}", $"c{first}", "ada@example.com", first));
        await ApplyAsync(Updates.Address($"e{second}", $"c{second}", "Ada@example.com", second));
        Assert.False((await cloud.Customers.FindByEndpointAsync("e1", default))!.Endpoint("e1")!.IsActive);
        Assert.True((await cloud.Customers.FindByEndpointAsync("e2", default))!.Endpoint("e2")!.IsActive);
        await ApplyAsync(Updates.Address("e1", null, "ada@example.com", 3));
        Assert.True((await cloud.Customers.FindByEndpointAsync("e1", default))!.Endpoint("e1")!.IsActive);
        Assert.False((await cloud.Customers.FindByEndpointAsync("e2", default))!.Endpoint("e2")!.IsActive);
    }

    [Fact]
    public async Task What_goes_beyond_a_limit_is_refused_and_nothing_of_it_is_stored()
    {
        for (var i = 0; i < CustomerLimits.Endpoints; i++)
        {
            await ApplyAsync(Updates.At(i, $"e{i}", "ada"));
        }

        await ApplyAsync(Updates.At(1, "e99", "bob"));
        var state = await cloud.StateAsync();
        foreach (var endpoint in new[] { "e99", "e100" })
        {
            var exception = await Assert.ThrowsAsync<ServiceException>(() => ApplyAsync(Updates.At(20, endpoint, "ada").Saying("x", "y")));
            Assert.Equal(
                (ServiceFailure.Refused, "Customers: the user would have more than 15 endpoints"),
                (exception.Failure, exception.Message));
        }

        Assert.Equal(state, await cloud.StateAsync());
        Assert.Empty(await cloud.FlawsAsync());
    }

    [Fact]
    public async Task Shares_hold_each_customer_once_page_by_page()
    {
        for (var i = 0; i < 100; i++)
        {
            await ApplyAsync(Updates.At(i, $"e{i}", $"c{i}"));
        }

        var read = new List<string>();
        for (var segment = 0; segment < 4; segment++)
        {
            string? position = null;
            do
            {
                var page = await cloud.Customers.ReadAsync(new(segment, 4), position, limit: 7, default);
                Assert.InRange(page.Customers.Count, 0, 7);
                read.AddRange(page.Customers.Select(customer => customer.Id));
                position = page.Next;
            }
            while (position is not null);
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"c{i}").Order(), read.Order());
    }

    [Fact]
    public async Task Calls_for_an_update_are_few()
    {
        Assert.Equal(4, await CallsForAsync(Updates.At(1, "e1", "ada").Saying("tier", "x")));
        Assert.Equal(3, await CallsForAsync(Updates.At(2, "e1", "ada").Saying("tier", "y")));
        Assert.Equal(4, await CallsForAsync(Updates.At(3, "e1").Saying("visit", "2026-03-09T10:00:00Z")));
        Assert.Equal(5, await CallsForAsync(Updates.Address("e1", null, "ada@example.com", 4)));
        Assert.InRange(await CallsForAsync(Updates.At(5, "e1", "bob")), 1, 20);
    }

    [Fact]
    public async Task Customer_who_was_just_read_takes_one_write()
    {
        await ApplyAsync(Updates.Address("e1", "ada", "ada@example.com", 1));
        var read = await FindAsync("ada");
        cloud.Http.Calls.Clear();
        await cloud.Customers.ApplyAsync(read, Updates.At(2, "e1").Saying("told", "yes"), default);
        Assert.Equal(["PutItem"], cloud.Http.Calls);
        Assert.Equal(["yes"], (await FindAsync("ada")).UserAttributes["told"]);
        Assert.Empty(await cloud.FlawsAsync());
    }

    [Fact]
    public async Task Customer_who_was_written_since_loses_nothing()
    {
        await ApplyAsync(Updates.Address("e1", "ada", "ada@example.com", 1));
        var read = await FindAsync("ada");
        await ApplyAsync(Updates.At(2, "e1", "ada").Saying("tier", "gold"));
        await cloud.Customers.ApplyAsync(read, Updates.At(3, "e1").Saying("told", "yes"), default);
        var attributes = (await FindAsync("ada")).UserAttributes;
        Assert.Equal(["gold"], attributes["tier"]);
        Assert.Equal(["yes"], attributes["told"]);
    }

    [Fact]
    public async Task Endpoint_that_was_given_to_another_user_since_is_written_there()
    {
        await ApplyAsync(Updates.Address("e1", "ada", "ada@example.com", 1));
        var read = await FindAsync("ada");
        await ApplyAsync(Updates.At(2, "e1", "bob"));
        await cloud.Customers.ApplyAsync(read, Updates.At(3, "e1").Saying("told", "yes"), default);
        Assert.Equal(["yes"], (await FindAsync("bob")).UserAttributes["told"]);
        Assert.Empty((await FindAsync("ada")).Endpoints);
        Assert.Empty(await cloud.FlawsAsync());
    }

    [Fact]
    public async Task Limit_holds_for_a_customer_who_was_just_read()
    {
        await ApplyAsync(Updates.Address("e1", "ada", "ada@example.com", 1));
        var read = await FindAsync("ada");
        var exception = await Assert.ThrowsAsync<ServiceException>(
            () => cloud.Customers.ApplyAsync(read, Updates.At(2, "e1").Saying("told", new string('x', 101)), default));
        Assert.Equal(ServiceFailure.Refused, exception.Failure);
    }

    private async Task<CustomerProfile> FindAsync(string id) => Assert.Single(await cloud.Customers.FindAsync([id], default));

    private async Task<int> CallsForAsync(CustomerUpdate update)
    {
        cloud.Http.Calls.Clear();
        await ApplyAsync(update);
        return cloud.Http.Calls.Count;
    }

    private static Dictionary<string, IReadOnlyList<string>> Attribute(string name, params string[] values) => new() { [name] = values };

    private Task ApplyAsync(params CustomerUpdate[] updates) => cloud.Customers.ApplyAsync(updates, default);
}
