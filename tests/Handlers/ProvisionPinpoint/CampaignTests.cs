namespace Handlers.Tests.ProvisionPinpoint;

public sealed class CampaignTests
{
    private const string March = "2027-03-01T09:00:00Z";
    private const string April = "2027-04-01T09:00:00Z";

    private readonly Function function = new();

    [Fact]
    public async Task A_campaign_that_has_not_started_is_changed()
    {
        var created = await function.RunAsync(Declarations.Campaign("create", March));
        var updated = await function.RunAsync(Declarations.Campaign("update", April, template: "other"));

        Assert.Equal(created, updated);
        Assert.Equal("other", Assert.Single(function.Application.Campaigns).Definition.Template);
    }

    [Theory]
    [InlineData(March)]
    [InlineData(null)]
    public async Task A_campaign_that_has_started_is_never_sent_again_by_a_change_of_its_words(string? start)
    {
        var created = await function.RunAsync(Declarations.Campaign("create", start));
        function.Application.Start(created.Id);
        var updated = await function.RunAsync(Declarations.Campaign("update", start, template: "other"));

        Assert.Equal(created, updated);
        Assert.Equal("price-change", Assert.Single(function.Application.Campaigns).Definition.Template);
        Assert.Contains("\"log\":\"alreadySent\"", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_start_asks_for_another_sending()
    {
        var created = await function.RunAsync(Declarations.Campaign("create", March));
        function.Application.Start(created.Id);
        await function.RunAsync(Declarations.Campaign("update", April));

        Assert.Equal(2, function.Application.Campaigns.Count);
    }

    [Fact]
    public async Task A_deleted_campaign_is_gone()
    {
        await function.RunAsync(Declarations.Campaign("create", March));
        await function.RunAsync(Declarations.Campaign("delete", March));

        Assert.Empty(function.Application.Campaigns);
    }
}
