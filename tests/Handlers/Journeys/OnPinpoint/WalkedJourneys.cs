using System.Xml;
using Engagement.Definitions.Journeys;
using Engagement.Pinpoint.Journeys;
using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>Pinpoint's part: lets customers enter the declared journeys with events, and leads them from activity to activity.</summary>
internal sealed class WalkedJourneys(AskedCustomers customers, IReadOnlyList<Journey> journeys)
{
    private readonly HashSet<(string Journey, string Customer)> inside = [];
    private readonly PriorityQueue<(Journey Journey, string Customer, string Activity), DateTimeOffset> waiting = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, ActivityDeclaration>> activities = journeys.ToDictionary(
        journey => journey.Name, journey => JourneyActivities.Create(JourneyVersion.From(journey), template => template, from: null));

    /// <summary>What went out.</summary>
    public List<SentMessage> Sent { get; } = [];

    public DateTimeOffset? Next => waiting.TryPeek(out _, out var at) ? at : null;

    public async Task OccurAsync(string customer, string type, double value)
    {
        await customers.RecordAsync(customer, type, value: value);
        var started = journeys.Where(journey => journey.Event == type && Fits(journey, value)).ToList();
        foreach (var journey in started.Where(journey => inside.Add((journey.Name, customer))))
        {
            await MoveAsync(journey, customer, JourneyActivities.Start);
        }
    }

    /// <summary>Leads on who has waited long enough.</summary>
    public async Task MoveAsync()
    {
        while (waiting.TryPeek(out var next, out var at) && at <= customers.Time.GetUtcNow())
        {
            waiting.Dequeue();
            await MoveAsync(next.Journey, next.Customer, next.Activity);
        }
    }

    private async Task MoveAsync(Journey journey, string customer, string? activity)
    {
        var answers = new Dictionary<string, string>();
        while (activity is not null)
        {
            switch (activities[journey.Name][activity])
            {
                case ActivityDeclaration.Ask ask:
                    answers[activity] = await customers.AskDataAsync(ask.Data, customer);
                    activity = ask.Next;
                    break;
                case ActivityDeclaration.Choose choose:
                    activity = choose.Ways.FirstOrDefault(way => Answered(choose, way.Key)).Value ?? choose.Otherwise;
                    break;
                case ActivityDeclaration.Send send:
                    Sent.Add(new(journey.Name, customer, send.Template, customers.Time.GetUtcNow()));
                    activity = send.Next;
                    break;
                case ActivityDeclaration.Wait { Next: { } next } wait:
                    waiting.Enqueue((journey, customer, next), customers.Time.GetUtcNow() + XmlConvert.ToTimeSpan(wait.For));
                    Keep(journey, customer, answers);
                    return;
            }
        }

        inside.Remove((journey.Name, customer));

        bool Answered(ActivityDeclaration.Choose choose, string value) =>
            (answers.GetValueOrDefault(choose.Of) ?? Kept(journey, customer, choose.Of)).Split(' ').Contains($"{choose.Attribute}={value}");
    }

    // Answers stay with the passage, because a choice may be about an activity before a wait.
    private readonly Dictionary<(string Journey, string Customer, string Activity), string> kept = [];

    private void Keep(Journey journey, string customer, Dictionary<string, string> answers)
    {
        foreach (var (activity, answer) in answers)
        {
            kept[(journey.Name, customer, activity)] = answer;
        }
    }

    private string Kept(Journey journey, string customer, string activity) =>
        kept.GetValueOrDefault((journey.Name, customer, activity), "");

    private static bool Fits(Journey journey, double value) =>
        journey.Where.All(condition => value >= double.Parse(condition.Values[0], System.Globalization.CultureInfo.InvariantCulture));
}
