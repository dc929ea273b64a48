using System.Globalization;
using Xunit.Abstractions;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>An announcement to many customers, while Pinpoint refuses some of the writes.</summary>
public sealed class ManyCustomersTests(ITestOutputHelper output)
{
    /// <summary>
    /// 500 unless the environment asks for more, as <c>.ci/run</c> does: what holds must hold for many, too, but not in every run.
    /// </summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("ANNOUNCEMENT_CUSTOMERS") ?? "500",
        CultureInfo.InvariantCulture);

    /// <summary>Half of them premium; of these a fifth speaks French, which the announcement leaves out.</summary>
    private static readonly Customer[] Customers =
    [
        .. Enumerable.Range(0, Count).Select(index => new Customer(
            string.Create(CultureInfo.InvariantCulture, $"c{index:00000}"),
            index % 2 == 0 ? "premium" : "standard",
            index % 10 == 0 ? "fr" : "en")),
    ];

    [Fact]
    public async Task Everybody_is_served_and_written_once_though_a_twentieth_of_the_writes_are_refused()
    {
        await using var company = await Company.StartAsync();
        await company.AddAsync(Customers);
        await company.OpenAsync();
        await company.Environment.DisturbAsync(
            new { service = "pinpoint", operation = "UpdateEndpointsBatch", error = "TooManyRequestsException", rate = 0.05, seed = 7 });
        var began = TimeProvider.System.GetTimestamp();

        Assert.Equal(202, (await company.PostAsync("feature_release", "many", Company.Release("4.2"))).Status);
        await company.Environment.AdvanceAsync("PT5H");

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count} customers in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s"));
        var expected = Customers.Where(customer => customer.Language != "fr").Select(customer => customer.Id).ToList();
        Assert.Equal(expected, await company.ReceiversAsync("4.2"));
        Assert.Equal(expected, await company.WithAttributeAsync(Customers, "last_release", "4.2"));
        Assert.All(
            (await company.Environment.GetAsync("queues")).EnumerateArray(),
            queue => Assert.Equal(0, queue.GetProperty("visible").GetInt32() + queue.GetProperty("inFlight").GetInt32()));
    }
}
