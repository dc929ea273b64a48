namespace EndToEnd.Tests.CompanyEvents;

/// <summary>
/// The same announcement by journey and by state machine: one word of its definition decides, and customers see no difference.
/// </summary>
public sealed class OneWordTests
{
    [Fact]
    public async Task The_same_messages_reach_the_same_customers_whichever_way_the_announcement_goes()
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace("announcements.yaml", "via: journey\n", "via: stepFunctions\n");
        var byJourney = await MessagesAsync();
        var byStateMachine = await MessagesAsync(("definitions:directory", definitions.Path));

        // Ada and Cyd at once, Bob not, whose language is another, and Ada again two days later.
        Assert.Equal(["ada", "ada", "cyd"], byJourney.Select(message => message.Endpoint));
        Assert.Equal(byJourney, byStateMachine);
    }

    private static async Task<IReadOnlyList<(string Endpoint, string Subject, string Body)>> MessagesAsync(
        params (string Key, string Value)[] settings)
    {
        await using var company = await Company.StartAsync(settings);
        await company.AddAsync(
            new("ada", "premium", "en"),
            new("bob", "premium", "fr"),
            new("cyd", "standard", "fr"),
            new("dan", "free", "en"));
        await company.OpenAsync();
        await company.PutOnBusAsync("feature_release", "release-1", Company.Release("4.2"));
        await company.Environment.AdvanceAsync("PT30M");
        Assert.Equal(["ada", "cyd"], await company.ReceiversAsync("4.2"));
        await company.Environment.AdvanceAsync("P2DT1H");
        return [.. (await company.MessagesAsync())
            .Select(message =>
                (message.GetProperty("endpointId").GetString()!, message.GetProperty("subject").GetString()!, message.GetProperty("body")
                    .ToString()))
            .Order()];
    }
}
