using System.Globalization;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Infra.Configuration;
using Engagement.Ses;
using Engagement.Times;

namespace EndToEnd.Tests.Journeys;

/// <summary>
/// What <c>definitions/journeys.examples.yaml</c> promises comes true in a deployed stack: for each example a customer does what it says,
/// by signed pixels, and five weeks pass.
/// </summary>
public sealed class PromisedMessagesTests
{
    // A sweep comes once an instant that matters, and a minute after it. Hours spread messages over 30 minutes.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(35);

    private static readonly DefinitionSet Definitions =
        DefinitionSet.Load(Path.Combine(RepositoryRoot.Path, "definitions"), SesLimits.Definitions);

    private static readonly (string Customer, JourneyExample Example)[] Cases =
    [
        .. JourneyExamplesFile.Load(Path.Combine(RepositoryRoot.Path, "definitions", JourneyExamplesFile.Name), Definitions)
            .Where(example => example.At >= DevEnvironment.Beginning && example.At < DevEnvironment.Beginning.AddDays(1))
            .Select((example, index) => (string.Create(CultureInfo.InvariantCulture, $"case-{index}"), example)),
    ];

    // Pinpoint waits for hours in steps of two.
    [Theory]
    [InlineData("ses", 0)]
    [InlineData("dev", 2)]
    public async Task Each_example_comes_true(string stack, int hoursLater)
    {
        Assert.True(Cases.Length > 12);
        await using var shop = await JourneyEnvironment.StartAsync(stack);
        await shop.LoadAsync(Cases.Select(each => (each.Customer, each.Example.Customer)));
        await shop.CalmSchedulesAsync();
        foreach (var instant in Instants().Distinct().Order())
        {
            await shop.AdvanceToAsync(instant);
            foreach (var (customer, example) in Cases)
            {
                foreach (var each in example.Events.Where(each => example.At + each.After == instant))
                {
                    await shop.DoAsync(customer, each.Type, [.. each.Attributes, .. each.Metrics.Select(Text)]);
                    // Events of one instant come one after the other.
                    await shop.Environment.AdvanceAsync("PT1S");
                }
            }

            await shop.Environment.AdvanceAsync("PT1M");
            await shop.SweepAsync();
        }

        Assert.Equal(0, await shop.Environment.MetricAsync("Errors"));
        foreach (var (customer, example) in Cases)
        {
            var sent = shop.SentTo(customer);
            Assert.Equal(sent.Count, (await shop.MessagesAsync(customer)).Count);
            Assert.True(
                Agree(example, sent, Latest.Add(TimeSpan.FromHours(hoursLater))),
                $"{example.Name}: {string.Join(", ", sent)}, and not {string.Join(", ", example.Messages)}");
        }
    }

    // Half a day is less than what makes a message too late.
    private static IEnumerable<DateTimeOffset> Instants() =>
    [
        .. Cases.SelectMany(each => each.Example.Events.Select(one => each.Example.At + one.After)),
        .. Cases.SelectMany(each => Expected(each.Example).SelectMany(
            message => new[] { each.Example.At + message.After, each.Example.At + message.After + Latest - TimeSpan.FromMinutes(4) })),
        .. Enumerable.Range(1, 2 * 36).Select(half => DevEnvironment.Beginning.AddHours(12 * half)),
    ];

    private static KeyValuePair<string, string> Text(KeyValuePair<string, double> metric) =>
        new(metric.Key, metric.Value.ToString(CultureInfo.InvariantCulture));

    private static bool Agree(JourneyExample example, IReadOnlyList<(string Template, DateTimeOffset At)> sent, TimeSpan latest)
    {
        var promised = Expected(example).ToList();
        return sent.Count(message => Kind(message.Template) is not null) == promised.Count(message => Kind(message.Template) is not null)
            && promised.Where(message => Kind(message.Template) is not null).Zip(sent.Where(message => Kind(message.Template) is not null))
                .All(each => Kind(each.First.Template) == Kind(each.Second.Template)
                    && each.Second.At - (example.At + each.First.After) is var late && late >= TimeSpan.Zero && late <= latest);
    }

    // Which way of a split a customer goes depends on the event's id, which the gateway chooses.
    private static string? Kind(string template) => template is "offer-a" or "offer-b" ? "offer" : template == "review" ? null : template;

    private static IEnumerable<(string Template, TimeSpan After)> Expected(JourneyExample example) =>
        example.Messages.Select(message => message.Split('@')).Select(parts => (parts[0], IsoDuration.Parse(parts[1])!.Value));
}
