using System.Globalization;
using System.Xml;
using EndToEnd.Tests;
using EndToEnd.Tests.Platforms;
using Engagement.Local.Control;
using Faults.Tests.Runs;
using Faults.Tests.Shop;

namespace Faults.Tests.Rounds;

/// <summary>A run that is carried out in a shop, with customers of its own, and what was accepted meanwhile.</summary>
internal sealed class Round
{
    /// <summary>How many customers each round has. Those of even numbers are premium.</summary>
    public const int Customers = 6;

    private const int Bouncing = 4;
    private const int Complaining = 5;

    // The longest that anything of a run is due after its last act: the second message of a journey.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly DateTimeOffset beginning;
    private readonly StrikesInForce strikes;
    private TimeSpan leapt;

    private Round(FaultyShop shop, Run run)
    {
        (Shop, Run, Name) = (shop, run, shop.NextName());
        beginning = shop.Clock.GetUtcNow();
        strikes = new(shop, run);
        Before = Conservation.Count(shop.Cloud);
        FirstLine = LogPosition.Latest(shop.Cloud);
        (Visitors, Company, Readers) = (new(this), new(this), new(this));
    }

    public FaultyShop Shop { get; }

    public Run Run { get; }

    /// <summary>What all ids of the round begin with.</summary>
    public string Name { get; }

    /// <summary>What the pixel was told.</summary>
    public Visitors Visitors { get; }

    /// <summary>What happened to the company.</summary>
    public Company Company { get; }

    /// <summary>Who wants no more messages.</summary>
    public Readers Readers { get; }

    /// <summary>The sums before the round.</summary>
    public Conservation Before { get; }

    /// <summary>The number of the latest log line before the round.</summary>
    public long FirstLine { get; }

    /// <summary>The strikes that have struck a call.</summary>
    public IReadOnlyList<Strike> Struck => strikes.Struck;

    /// <summary>Whether the queues drained within hours.</summary>
    public bool HasDrained { get; private set; }

    /// <summary>Carries a run out, to the end of all that it causes.</summary>
    public static async Task<Round> PlayAsync(FaultyShop shop, Run run)
    {
        var round = new Round(shop, run);
        await round.LoadAsync("premium", "standard");
        await round.PlayAsync();
        await round.DrainAsync();
        await round.LoadAsync("gone", "gone");
        return round;
    }

    /// <summary>The id of a customer.</summary>
    public string Customer(int number) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{number}");

    /// <summary>A customer's address: on <c>ses</c>, two have addresses that make trouble.</summary>
    public string Address(int number) => number switch
    {
        Bouncing when !Run.IsOnPinpoint => $"bounce+{Customer(number)}@simulator.amazonses.com",
        Complaining when !Run.IsOnPinpoint => $"complaint+{Customer(number)}@simulator.amazonses.com",
        _ => $"{Customer(number)}@example.com",
    };

    /// <summary>Moves the clock in one go, while what was begun goes on. What comes later in the run comes so much later.</summary>
    public async Task LeapAsync(int minutes)
    {
        leapt += TimeSpan.FromMinutes(minutes);
        await Shop.Environment.AdvanceAsync(XmlConvert.ToString(TimeSpan.FromMinutes(minutes)));
    }

    private Task LoadAsync(string even, string odd) => CustomerLines.LoadAsync(Shop.Environment, Enumerable.Range(0, Customers).Select(
        number => new
        {
            Id = Customer(number),
            ChannelType = "EMAIL",
            Address = Address(number),
            User = new { UserId = Customer(number), UserAttributes = new { tier = new[] { number % 2 == 0 ? even : odd } } },
        }));

    private async Task PlayAsync()
    {
        var minutes = Run.Elements.Select(element => element.Minute).Concat(Run.Strikes.Select(strike => strike.Until));
        foreach (var minute in minutes.Distinct().Order())
        {
            await AdvanceToAsync(beginning + leapt + TimeSpan.FromMinutes(minute));
            strikes.End(strike => strike.Until <= minute);
            await strikes.BeginAsync(minute);
            foreach (var act in Run.Acts.Where(act => act.Minute == minute))
            {
                await act.DoAsync(this);
                await Readers.LookAsync();
            }
        }

        strikes.End(_ => true);
    }

    private async Task DrainAsync()
    {
        await Company.RepairAsync();
        var (now, latest) = (Shop.Clock.GetUtcNow(), Visitors.LatestDue);
        var end = now + Longest;
        await AdvanceToAsync(latest > now + Rest ? latest : now + Rest);
        while (!(HasDrained = Quiet.Is(this)) && Shop.Clock.GetUtcNow() < end)
        {
            await AdvanceToAsync(Shop.Clock.GetUtcNow() + Pause);
        }
    }

    // In steps, after each of which it is known who has unsubscribed by then.
    private async Task AdvanceToAsync(DateTimeOffset instant)
    {
        for (var now = Shop.Clock.GetUtcNow(); now < instant; now = Shop.Clock.GetUtcNow())
        {
            var step = instant - now < Pause ? instant - now : Pause;
            await Shop.Environment.AdvanceAsync(XmlConvert.ToString(step));
            await Readers.LookAsync();
        }
    }
}
