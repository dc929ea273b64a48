using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Journeys;

/// <summary>An event of a customer is answered by a message, by the pixel, the functions and the tables of a deployed stack.</summary>
public sealed class ThankYouTests
{
    private const string Journeys = """
        journeys:
          thank_you:
            event: purchase_success
            again: P1D
            topic: service
            steps: [{ send: sample }]
          welcome:
            event: newsletter_signup
            again: never
            until: [purchase_success]
            steps:
              - send: sample
              - wait: PT2H
              - send: sample-again
        """;

    [Fact]
    public async Task A_customer_who_bought_is_thanked_once_and_tips_stop()
    {
        using var definitions = new DefinitionsFolder();
        await File.WriteAllTextAsync(Path.Combine(definitions.Path, "journeys.yaml"), Journeys);
        Template(definitions, "sample", "Thank you");
        Template(definitions, "sample-again", "Once more");
        await using var shop = await JourneyEnvironment.StartAsync("ses", ("definitions:directory", definitions.Path));
        await shop.LoadAsync(("ada", "premium"), ("bob", "free"));
        await shop.Environment.AdvanceAsync("PT2M");

        await shop.DoAsync("ada", "newsletter_signup");
        await shop.DoAsync("bob", "newsletter_signup");
        await shop.Environment.AdvanceAsync("PT3M");
        await shop.DoAsync("ada", "purchase_success");
        await shop.Environment.AdvanceAsync("PT3H");

        Assert.Equal(["Thank you", "Thank you"], (await shop.MessagesAsync("ada")).Select(message => message.Subject));
        Assert.Equal(["Thank you", "Once more"], (await shop.MessagesAsync("bob")).Select(message => message.Subject));
        Assert.Equal(0, await shop.Environment.MetricAsync("Errors"));
        Assert.DoesNotContain(shop.Items("journeys-customers"), item => item.ContainsKey("due"));
    }

    private static void Template(DefinitionsFolder definitions, string name, string words)
    {
        var folder = Directory.CreateDirectory(Path.Combine(definitions.Path, "templates", name)).FullName;
        File.WriteAllText(Path.Combine(folder, "subject.txt"), words);
        File.WriteAllText(Path.Combine(folder, "email.txt"), words);
        File.WriteAllText(
            Path.Combine(folder, "email.html"),
            $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{words}</title></head><body><p>{words}</p></body></html>");
    }
}
