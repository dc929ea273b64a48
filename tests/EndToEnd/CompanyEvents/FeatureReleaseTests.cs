namespace EndToEnd.Tests.CompanyEvents;

/// <summary>Feature releases by the bus and by the route, from the event to the messages.</summary>
public sealed class FeatureReleaseTests
{
    private static readonly Customer[] Customers =
    [
        new("ada", "premium", "en"), new("bob", "premium", "fr"), new("cyd", "standard", "fr"),
        new("dan", "free", "en"), new("eve", "premium", "de"),
    ];

    [Fact]
    public async Task Each_release_reaches_each_segment_once_and_again_after_two_days_also_while_an_earlier_follow_up_is_pending()
    {
        await using var company = await Company.StartAsync();
        await company.AddAsync(Customers);
        await company.OpenAsync();

        await company.PutOnBusAsync("feature_release", "release-1", Company.Release("4.2"));
        await company.Environment.AdvanceAsync("PT30M");
        Assert.Equal(["ada", "cyd", "eve"], await company.ReceiversAsync("4.2"));
        await AssertToldOfAsync(company, "4.2");

        var answer = await company.PostAsync("feature_release", "release-2", Company.Release("5.0"));
        Assert.Equal((202, """{"id":"release-2"}"""), (answer.Status, answer.Body.GetRawText()));
        await company.Environment.AdvanceAsync("PT30M");
        Assert.Equal(["ada", "cyd", "eve"], await company.ReceiversAsync("5.0"));
        await AssertToldOfAsync(company, "5.0");

        // Two days after the first, and not yet after the second.
        await company.Environment.AdvanceAsync("P1DT23H15M");
        Assert.Equal(["ada", "ada", "cyd", "eve", "eve"], await company.ReceiversAsync("4.2"));
        Assert.Equal(["ada", "cyd", "eve"], await company.ReceiversAsync("5.0"));
        await company.Environment.AdvanceAsync("PT30M");
        Assert.Equal(["ada", "ada", "cyd", "eve", "eve"], await company.ReceiversAsync("5.0"));
        await company.Environment.AdvanceAsync("P2D");
        Assert.Equal(10, (await company.MessagesAsync()).Count);
    }

    private static async Task AssertToldOfAsync(Company company, string version)
    {
        foreach (var customer in Customers)
        {
            Assert.Equal(
                customer.Id is "ada" or "cyd" or "eve" ? version : null,
                await company.AttributeAsync(customer.Id, "last_release"));
        }
    }
}
