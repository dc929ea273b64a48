using System.Text.Json;
using Engagement.Infra.Configuration;

namespace EndToEnd.Tests.Journeys;

/// <summary>
/// Whatever goes wrong while customers go through journeys on Pinpoint: answers that are lost, connections that break, functions that end
/// in the midst of their work. Nobody gets a message twice in an entry or after its end, each entry ends, and what follows goes well.
/// </summary>
public sealed class PinpointFaultTests
{
    private const int Customers = 12;

    private static readonly object[][] Kinds =
    [
        [
            new { service = "dynamodb", operation = "*", lost = true, rate = 0.1, seed = 1 },
            new { service = "dynamodb", operation = "*", drop = true, rate = 0.1, seed = 2 },
            new { service = "pinpoint", operation = "PutEvents", lost = true, rate = 0.3, seed = 3 },
        ],
        [
            new { service = "lambda", operation = "Invoke", kill = true, function = "*ask-journey*", rate = 0.1, seed = 4 },
            new { service = "dynamodb", operation = "PutItem", kill = true, rate = 0.1, seed = 5 },
        ],
    ];

    private static readonly Dictionary<string, string> Subjects =
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "definitions", "templates"), "subject.txt", SearchOption.AllDirectories)
            .GroupBy(file => File.ReadAllText(file).Trim())
            .ToDictionary(files => files.Key, files => Path.GetFileName(Path.GetDirectoryName(files.First()))!);

    [Fact]
    public async Task No_fault_sends_a_message_twice_or_too_late_or_leaves_an_entry_open()
    {
        await using var shop = await JourneyEnvironment.StartAsync("dev");
        await shop.CalmSchedulesAsync();
        foreach (var (faults, kind) in Kinds.Select((faults, kind) => (faults, kind)))
        {
            await GoThroughAsync(shop, kind, faults);
        }

        Assert.Equal(Expected, await GoThroughAsync(shop, Kinds.Length));
    }

    // What each customer gets where nothing goes wrong; see DoAsync.
    private static IEnumerable<string> Expected => Enumerable.Range(0, Customers).Select(number => (number % 3) switch
    {
        0 => "welcome tips",
        1 => "welcome thank-you",
        _ => "cart cart-last",
    });

    private static async Task<IEnumerable<string>> GoThroughAsync(JourneyEnvironment shop, int kind, params IReadOnlyList<object> faults)
    {
        await shop.LoadAsync(Enumerable.Range(0, Customers).Select(number => (
            NameOf(kind, number), (IReadOnlyDictionary<string, IReadOnlyList<string>>)new Dictionary<string, IReadOnlyList<string>>())));
        foreach (var fault in faults)
        {
            await shop.Environment.DisturbAsync(fault);
        }

        var second = await LiveAsync(shop, kind);
        await shop.Environment.CalmAsync();
        // What failed comes out of its queue, and entries that Pinpoint asks for no more have ended a day later.
        await shop.Environment.AdvanceAsync("P2DT12H");

        var all = (await shop.Environment.GetAsync("messages")).EnumerateArray().ToList();
        var messages = Enumerable.Range(0, Customers).Select(number => TemplatesOf(all, NameOf(kind, number))).ToList();
        Holds(messages, second);
        Assert.All(
            (await shop.Environment.GetAsync("journeys")).EnumerateArray(),
            journey => Assert.Equal(0, journey.GetProperty("customers").GetInt32()));
        return messages.Select(sent => string.Join(' ', sent.Select(message => message.Template)));
    }

    /// <returns>When the customers did their second thing.</returns>
    private static async Task<DateTimeOffset> LiveAsync(JourneyEnvironment shop, int kind)
    {
        await DoAsync(shop, kind, number => number % 3 == 2 ? "cart_updated" : "newsletter_signup");
        await shop.Environment.AdvanceAsync("P1D");
        var second = await shop.Environment.NowAsync();
        await DoAsync(shop, kind, number => number % 3 == 1 ? "purchase_success" : "page_view");
        await shop.Environment.AdvanceAsync("P1D");
        await DoAsync(shop, kind, number => number % 3 == 0 ? "newsletter_signup" : "page_view");
        await shop.Environment.AdvanceAsync("P2D");
        return second;
    }

    private static async Task DoAsync(JourneyEnvironment shop, int kind, Func<int, string> type)
    {
        foreach (var number in Enumerable.Range(0, Customers))
        {
            var isWorth = type(number) is "purchase_success" or "cart_updated";
            await shop.DoAsync(NameOf(kind, number), type(number), isWorth ? [new("value", "30")] : []);
        }

        await shop.Environment.AdvanceAsync("PT30M");
    }

    private static void Holds(List<List<(string Template, DateTimeOffset At)>> messages, DateTimeOffset second)
    {
        foreach (var (sent, number) in messages.Select((sent, number) => (sent, number)))
        {
            var told = $"customer {number}: {string.Join(", ", sent)}";
            // Each of these journeys was entered once: the second event of the newsletter lets nobody in.
            Assert.True(sent.DistinctBy(message => message.Template).Count() == sent.Count, told);
            Assert.True(sent.All(message => Expected.ElementAt(number).Split(' ').Contains(message.Template)), told);
            Assert.True(sent.All(message => number % 3 != 1 || message.Template != "welcome" || message.At < second), told);
        }

        // Otherwise a stack that sends nothing would do.
        Assert.NotEmpty(messages.SelectMany(sent => sent));
    }

    private static List<(string Template, DateTimeOffset At)> TemplatesOf(List<JsonElement> all, string customer) =>
    [
        .. all.Where(message => message.GetProperty("address").GetString() == $"{customer}@example.com")
            .Select(message => (Subjects[message.GetProperty("subject").GetString()!], message.GetProperty("at").GetDateTimeOffset()))
            .OrderBy(message => message.Item2),
    ];

    private static string NameOf(int kind, int number) => $"kind-{kind}-customer-{number}";
}
