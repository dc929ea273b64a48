using Engagement.Customers;
using Engagement.Ses.Customers;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Ses;

public class DateIndexTests
{
    private static readonly DateTimeOffset Noon = Updates.Start;

    [Fact]
    public async Task Customer_is_found_by_each_date_that_is_to_come_and_by_the_zone()
    {
        var cloud = new CustomerCloud();
        await cloud.Customers.ApplyAsync(
            [
                Updates.At(1, "e1", "ada#1").Saying("renewal", IsoInstant.Format(Noon.AddDays(30))).Saying("tz", "Asia/Kathmandu")
                    .Saying("visit", "2026-03-02").Saying("past", IsoInstant.Format(Noon.AddDays(-3))),
            ],
            default);
        var entry = Assert.Single(await AllAsync(cloud, "renewal", Noon, Noon.AddDays(31)));
        Assert.Equal(
            ("ada#1", Noon.AddDays(30), "Asia/Kathmandu", Noon),
            (entry.CustomerId, entry.Date, entry.Zone, entry.WrittenAt));
        Assert.Single(cloud.Items("dates"));
    }

    [Fact]
    public async Task Date_that_is_said_again_is_not_written_again_and_one_in_another_zone_is()
    {
        var cloud = new CustomerCloud();
        var date = IsoInstant.Format(Noon.AddDays(2));
        await cloud.Customers.ApplyAsync([Updates.At(1, "e1", "ada").Saying("visit", date)], default);
        cloud.Http.Calls.Clear();
        await cloud.Customers.ApplyAsync([Updates.At(2, "e1", "ada").Saying("visit", date)], default);
        Assert.Equal(["GetItem", "GetItem", "PutItem"], cloud.Http.Calls);
        await cloud.Customers.ApplyAsync([Updates.At(3, "e1", "ada").Saying("tz", "UTC")], default);
        Assert.Equal([null, "UTC"], (await AllAsync(cloud, "visit", Noon, Noon.AddDays(2))).Select(entry => entry.Zone));
    }

    [Fact]
    public void Window_is_read_in_the_order_of_dates_from_any_place_on() => Prop.ForAll(
        (from minutes in Gen.Choose(0, 600).ListOf() from page in Gen.Choose(1, 5) select (minutes, page)).ToArbitrary(),
        each => HoldsAsync([.. each.minutes], each.page).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static async Task HoldsAsync(int[] minutes, int page)
    {
        var cloud = new CustomerCloud();
        for (var i = 0; i < minutes.Length; i++)
        {
            var date = IsoInstant.Format(Noon.AddMinutes(minutes[i]));
            await cloud.Customers.ApplyAsync([Updates.At(i, $"e{i}", $"c{i}").Saying("visit", date)], default);
        }

        var (from, to) = (Noon.AddHours(3), Noon.AddHours(7).AddMinutes(-1));
        var all = await AllAsync(cloud, "visit", from, to);
        Assert.Equal(minutes.Count(minute => minute is >= 180 and < 420), all.Count);
        for (var shard = 0; shard < IDateIndex.Shards; shard++)
        {
            var query = new DateQuery("visit", shard, from, to);
            var whole = await ReadAsync(cloud, query, null, int.MaxValue);
            Assert.Equal(whole.OrderBy(entry => entry.Date), whole);
            var paged = new List<IndexedDate>();
            while (await ReadAsync(cloud, query, paged.LastOrDefault()?.Place, page) is { Count: > 0 } next)
            {
                paged.AddRange(next);
            }

            Assert.Equal(whole, paged);
        }
    }

    private static async Task<List<IndexedDate>> AllAsync(CustomerCloud cloud, string attribute, DateTimeOffset from, DateTimeOffset to)
    {
        var all = new List<IndexedDate>();
        for (var shard = 0; shard < IDateIndex.Shards; shard++)
        {
            all.AddRange(await ReadAsync(cloud, new(attribute, shard, from, to), null, int.MaxValue));
        }

        return all;
    }

    private static async Task<List<IndexedDate>> ReadAsync(CustomerCloud cloud, DateQuery query, string? after, int most)
    {
        var (read, index) = (new List<IndexedDate>(), new DynamoDbDateIndex(cloud.Http.Client, CustomerCloud.Tables, cloud.Calls));
        await foreach (var entry in index.ReadAsync(query, after, default))
        {
            read.Add(entry);
            if (read.Count == most)
            {
                break;
            }
        }

        return read;
    }
}
