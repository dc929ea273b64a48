namespace EndToEnd.Tests.CompanyEvents;

/// <summary>However often an event comes, and whatever dies on the way, each of its campaigns is one.</summary>
public sealed class RepeatedDeliveryTests
{
    [Fact]
    public async Task An_event_that_comes_five_times_by_both_ways_makes_one_campaign_each()
    {
        await using var company = await Company.StartAsync();
        await company.AddAsync(new("ada", "premium", "en"), new("cyd", "standard", "fr"));
        await company.OpenAsync();

        await company.PutOnBusAsync("feature_release", "five", Company.Release("4.2"));
        // The bus delivers when it likes; an advance waits for it.
        await company.Environment.AdvanceAsync("PT1S");
        Assert.Equal(200, (await company.PostAsync("feature_release", "five", Company.Release("4.2"))).Status);
        await company.PutOnBusAsync("feature_release", "five", Company.Release("4.2"));
        await company.Environment.AdvanceAsync("PT10M");
        Assert.Equal(200, (await company.PostAsync("feature_release", "five", Company.Release("4.2"))).Status);
        await company.PutOnBusAsync("feature_release", "five", Company.Release("4.2"));
        await company.Environment.AdvanceAsync("PT30M");

        Assert.Equal(3, (await company.CampaignsOfAsync("five")).Count);
        Assert.Equal(["ada", "cyd"], await company.ReceiversAsync("4.2"));
        await company.Environment.AdvanceAsync("P2DT1H");
        Assert.Equal(["ada", "ada", "cyd"], await company.ReceiversAsync("4.2"));
    }

    [Fact]
    public async Task An_event_whose_first_entry_in_the_ledger_was_not_confirmed_in_time_is_new_all_the_same()
    {
        await using var company = await Company.StartAsync();
        await company.Environment.DisturbAsync(new { service = "dynamodb", operation = "PutItem", lost = true, count = 1 });

        Assert.Equal(202, (await company.PostAsync("feature_release", "unconfirmed", Company.Release("4.2"))).Status);
        Assert.Equal(200, (await company.PostAsync("feature_release", "unconfirmed", Company.Release("4.2"))).Status);
    }

    [Fact]
    public async Task A_launcher_that_dies_between_a_campaign_and_its_record_leaves_one_campaign_each()
    {
        await using var company = await Company.StartAsync();
        await company.AddAsync(new("ada", "premium", "en"), new("cyd", "standard", "fr"));
        await company.OpenAsync();
        await company.Environment.DisturbAsync(
            new { service = "pinpoint", operation = "CreateCampaign", kill = true, function = "launch-campaigns*", count = 2 });

        await company.PutOnBusAsync("feature_release", "killed", Company.Release("4.2"));
        await company.Environment.AdvanceAsync("PT2H");

        var faults = (await company.Environment.GetAsync("faults"))[0];
        Assert.Equal(2, faults.GetProperty("struck").GetInt32());
        Assert.Equal(
            ["feature_release.premium-follow-up.killed", "feature_release.premium.killed", "feature_release.standard.killed"],
            await company.CampaignsOfAsync("killed"));
        Assert.Equal(["ada", "cyd"], await company.ReceiversAsync("4.2"));
        await company.Environment.AdvanceAsync("P2DT1H");
        Assert.Equal(["ada", "ada", "cyd"], await company.ReceiversAsync("4.2"));
    }
}
