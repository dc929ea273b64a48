using Engagement.Customers;
using Engagement.Services;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Ses;

/// <summary>For any updates, in any order, twice, side by side, and with functions that die.</summary>
public class CustomerProperties
{
    private static Gen<CustomerUpdate> AnyUpdate =>
        from second in Gen.Choose(0, 12)
        from id in Gen.Elements("a", "b", "c")
        from endpoint in Gen.Elements("e1", "E1", "e2", "e3")
        from user in Gen.Elements(null, null, "ada", "bob", "~e1", "$x")
        from attributes in AnyAttributes
        from fields in AnyFields
        from metric in Gen.Choose(0, 3)
        select Updates.At(second, endpoint, user, $"{id}{second}{endpoint}{user}{fields.Count}{metric}") with
        {
            UserAttributes = attributes,
            Fields = fields,
            Attributes = metric == 1 ? attributes : new Dictionary<string, IReadOnlyList<string>>(),
            Metrics = metric == 2 ? new Dictionary<string, double> { ["visits"] = second } : new Dictionary<string, double>(),
        };

    private static Gen<IReadOnlyDictionary<string, IReadOnlyList<string>>> AnyAttributes =>
        from names in Gen.Elements("tier", "renewal", "tz", "langs").ArrayOf().Where(names => names.Length < 4)
        from value in Gen.Choose(0, 4)
        select (IReadOnlyDictionary<string, IReadOnlyList<string>>)names.Distinct()
            .ToDictionary(name => name, name => Values(name, value));

    private static Gen<IReadOnlyDictionary<string, string>> AnyFields =>
        from address in Gen.Choose(0, 6)
        from optOut in Gen.Elements(null, "ALL", "NONE")
        select (IReadOnlyDictionary<string, string>)new Dictionary<string, string?>
        {
            ["Address"] = address < 3 ? $"x{address}@example.com" : null,
            ["ChannelType"] = address < 3 ? "EMAIL" : null,
            ["OptOut"] = optOut,
        }.Where(each => each.Value is not null).ToDictionary(each => each.Key, each => each.Value!);

    // Of two updates with one stamp, only one can be what a request said.
    private static Gen<CustomerUpdate[]> AnyUpdates =>
        AnyUpdate.ArrayOf().Where(updates => updates.Length is > 0 and < 12)
            .Select(updates => updates.DistinctBy(update => update.Stamp).ToArray());

    [Fact]
    public void Any_order_and_any_repetition_make_the_customers_that_the_ordered_updates_make() => Holds(
        from updates in AnyUpdates
        from shuffled in Gen.Shuffle(updates.Concat(updates).ToArray())
        select (updates, shuffled),
        async each =>
        {
            var cloud = new CustomerCloud();
            foreach (var update in each.shuffled)
            {
                await cloud.Customers.ApplyAsync([update], default);
            }

            await HoldsAsync(cloud, each.updates);
        });

    [Fact]
    public void Updates_of_an_endpoint_may_come_together() => Holds(
        from updates in AnyUpdates
        from shuffled in Gen.Shuffle(updates)
        select (updates, shuffled),
        async each =>
        {
            var cloud = new CustomerCloud();
            foreach (var together in each.shuffled.GroupBy(update => CustomerId.EndpointKey(update.EndpointId)))
            {
                await cloud.Customers.ApplyAsync([.. together], default);
            }

            await HoldsAsync(cloud, each.updates);
        });

    [Fact]
    public void Function_that_dies_at_any_call_leaves_what_the_same_updates_again_make_whole() => Holds(
        from updates in AnyUpdates
        from deaths in Gen.Choose(0, 60).ListOf()
        from after in Gen.Elements(true, false)
        from shuffled in Gen.Shuffle(updates)
        select (updates, shuffled, deaths: deaths.ToHashSet(), after),
        async each =>
        {
            var cloud = new CustomerCloud();
            cloud.Http.Around = (call, done) => each.deaths.Contains(call) && done == each.after
                ? throw new HttpRequestException("The connection broke.")
                : Task.CompletedTask;
            var waiting = new Queue<CustomerUpdate>(each.shuffled);
            while (waiting.TryDequeue(out var update))
            {
                try
                {
                    await cloud.Customers.ApplyAsync([update], default);
                }
                catch (ServiceException exception) when (exception.Failure == ServiceFailure.Failed)
                {
                    waiting.Enqueue(update);
                }
            }

            await HoldsAsync(cloud, each.updates);
        });

    [Fact]
    public void Writers_side_by_side_make_the_same_customers() => Holds(
        from updates in AnyUpdates
        from seed in Gen.Choose(0, int.MaxValue)
        select (updates, seed),
        async each =>
        {
            var cloud = new CustomerCloud();
            var turns = new Turns(each.seed);
            cloud.Http.Around = (_, done) => done ? Task.CompletedTask : turns.WaitAsync();
            await turns.RunAsync(each.updates.Select(update => ApplyAsync(cloud, update)));
            await HoldsAsync(cloud, each.updates);
        });

    [Fact]
    public void Writers_that_have_read_the_customer_before_make_the_same_customers() => Holds(
        from before in AnyUpdates
        from after in AnyUpdates
        from seed in Gen.Choose(0, int.MaxValue)
        select (before, updates: before.Concat(after).DistinctBy(update => update.Stamp).ToArray(), seed),
        async each =>
        {
            var cloud = new CustomerCloud();
            foreach (var update in each.before)
            {
                await cloud.Customers.ApplyAsync([update], default);
            }

            var read = await cloud.AllAsync();
            var turns = new Turns(each.seed);
            cloud.Http.Around = (_, done) => done ? Task.CompletedTask : turns.WaitAsync();
            await turns.RunAsync(each.updates.Skip(each.before.Length).Select(update => ApplyAsync(cloud, update, HolderOf(update, read))));
            await HoldsAsync(cloud, each.updates);
        });

    private static CustomerProfile? HolderOf(CustomerUpdate update, IReadOnlyList<CustomerProfile> read) =>
        read.FirstOrDefault(customer => customer.Endpoint(update.EndpointId) is not null);

    private static async Task ApplyAsync(CustomerCloud cloud, CustomerUpdate update, CustomerProfile? read = null)
    {
        while (true)
        {
            try
            {
                await (read is null
                    ? cloud.Customers.ApplyAsync([update], default)
                    : cloud.Customers.ApplyAsync(read, update, default));
                return;
            }
            catch (ServiceException exception) when (exception.Failure == ServiceFailure.Failed)
            {
                // As the queue does, again.
            }
        }
    }

    private static async Task HoldsAsync(CustomerCloud cloud, CustomerUpdate[] updates)
    {
        cloud.Http.Around = (_, _) => Task.CompletedTask;
        var ordered = new CustomerCloud();
        foreach (var update in updates.OrderBy(update => update.Stamp))
        {
            await ordered.Customers.ApplyAsync([update], default);
        }

        Assert.Equal(await ordered.StateAsync(), await cloud.StateAsync());
        Assert.Empty(await cloud.FlawsAsync());
        foreach (var customer in (await cloud.AllAsync()).Where(each => each.UserId is not null))
        {
            Assert.Equal(Latest(updates, customer.UserId!), customer.Attributes.ToDictionary(each => each.Key, each => each.Value.Value));
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Latest(CustomerUpdate[] updates, string userId)
    {
        var latest = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, values) in updates.Where(update => update.UserId == userId).OrderBy(update => update.Stamp)
            .SelectMany(update => update.UserAttributes))
        {
            latest[name] = values;
        }

        return latest;
    }

    private static IReadOnlyList<string> Values(string name, int value) => (name, value) switch
    {
        (_, 4) => [],
        ("renewal", _) => [IsoInstant.Format(Updates.Start.AddDays(value))],
        ("tz", _) => [new[] { "Europe/Berlin", "Asia/Kathmandu", "none", "UTC" }[value]],
        ("langs", _) => ["de", $"v{value}"],
        _ => [$"v{value}"],
    };

    private static void Holds<T>(Gen<T> cases, Func<T, Task> holdsAsync) =>
        Prop.ForAll(cases.ToArbitrary(), each => holdsAsync(each).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
