using System.Globalization;
using EndToEnd.Tests;
using Engagement.Times;

namespace Faults.Tests.Rounds;

/// <summary>What customers and others tell the pixel in a round, and what it answered with success.</summary>
internal sealed class Visitors(Round round)
{
    // An appointment has messages of two hours and of one hour before.
    private static readonly TimeSpan AfterAppointment = TimeSpan.FromMinutes(5);

    private readonly List<string> views = [];
    private readonly List<Deed> deeds = [];
    private readonly List<Statement> statements = [];
    private int accepted;

    /// <summary>Ids of the visitors whose page views were answered with success.</summary>
    public IReadOnlyList<string> Views => views;

    /// <summary>What customers did.</summary>
    public IReadOnlyList<Deed> Deeds => deeds;

    /// <summary>What was said of customers.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>Requests that were answered with success.</summary>
    public int Accepted => accepted;

    /// <summary>When the last appointment is over.</summary>
    public DateTimeOffset LatestDue { get; private set; }

    /// <summary>A visitor sees a page, whose address no other visitor's has.</summary>
    public async Task ViewAsync(int number)
    {
        var visitor = string.Create(CultureInfo.InvariantCulture, $"{round.Name}-visitor-{number}");
        if (await LoadAsync(("event", "page_view"), ("endpoint_id", visitor), ("evat_page", $"/{visitor}"), ("evme_seconds", "1.5")))
        {
            views.Add(visitor);
        }
    }

    /// <summary>A tag sends an event that the tracking plan lacks.</summary>
    public Task MisspellAsync() => LoadAsync(("event", "page_veiw"), ("endpoint_id", $"{round.Name}-misspelt"));

    /// <summary>A customer does something.</summary>
    public async Task HappenAsync(int customer, string eventType)
    {
        var now = round.Shop.Clock.GetUtcNow();
        if (await LoadAsync(Signed(customer, eventType)))
        {
            deeds.Add(new(customer, eventType, now));
        }
    }

    /// <summary>A customer says something, which no other customer says.</summary>
    public Task SaveAsync(int customer, string name, string value) => SayAsync(customer, name, $"{round.Customer(customer)}-{value}");

    /// <summary>A customer has an appointment.</summary>
    public async Task BookAsync(int customer, int ahead)
    {
        var at = round.Shop.Clock.GetUtcNow().AddMinutes(ahead);
        LatestDue = at + AfterAppointment;
        await SayAsync(customer, "appointment_at", IsoInstant.Format(at));
    }

    private async Task SayAsync(int customer, string name, string value)
    {
        var now = round.Shop.Clock.GetUtcNow();
        if (await LoadAsync([.. Signed(customer, "profile_saved"), ($"usat_{name}", value)]))
        {
            statements.Add(new(customer, name, value, now));
        }
    }

    private (string Name, string Value)[] Signed(int number, string eventType)
    {
        var (customer, expires) = (round.Customer(number), round.Shop.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        return [("event", eventType), .. DevEnvironment.Identity(customer, customer, expires)];
    }

    private async Task<bool> LoadAsync(params (string Name, string Value)[] parameters)
    {
        using var answer = await round.Shop.Environment.LoadAsync(parameters);
        accepted += answer.IsSuccessStatusCode ? 1 : 0;
        return answer.IsSuccessStatusCode;
    }
}
