using EndToEnd.Tests;
using EndToEnd.Tests.Redeploy;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Platforms;
using Engagement.Times;

namespace Faults.Tests.Shop;

/// <summary>A shop on one platform, in which rounds follow each other.</summary>
internal sealed class FaultyShop : IAsyncDisposable
{
    // Pinpoint takes no campaign that begins in the next quarter of an hour, and a deployment may take minutes.
    private static readonly TimeSpan UntilSale = TimeSpan.FromMinutes(40);

    private readonly ShopDefinitions definitions = new();
    private Edition edition = new();
    private int rounds;

    private FaultyShop(string stack) =>
        Environment = new(DevEnvironment.Beginning, ("definitions:directory", definitions.Path)) { Stack = stack };

    public DevEnvironment Environment { get; }

    public LocalCloud Cloud => Environment.Cloud;

    public VirtualClock Clock => Cloud.Context.Clock;

    public IRunningPlatform Platform => RunningPlatform.From(Cloud);

    /// <summary>Where company events are posted.</summary>
    public Uri Route { get; private set; } = new("about:blank");

    public static async Task<FaultyShop> StartAsync(string stack)
    {
        var shop = new FaultyShop(stack);
        try
        {
            await shop.OpenAsync();
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Environment.DisposeAsync();
        definitions.Dispose();
    }

    /// <summary>A name for the next round that no other round's begins with.</summary>
    public string NextName() => $"q{++rounds}x";

    /// <summary>Deploys other texts and another sale, and another journey where that is asked for, while the clock goes on.</summary>
    /// <param name="sale">Name of the sale.</param>
    /// <param name="changesJourney">Whether a journey changes.</param>
    /// <returns>Why the deployment failed; null where it did not.</returns>
    public async Task<string?> DeployAsync(string sale, bool changesJourney)
    {
        edition = edition with
        {
            Number = edition.Number + 1,
            WaitMinutes = edition.WaitMinutes + (changesJourney ? 1 : 0),
            Sale = sale,
            SaleAt = IsoInstant.Format(Clock.GetUtcNow() + UntilSale),
        };
        definitions.Deploy(edition);
        var deploying = Redeployment.RunAsync(Environment.Http);
        while (!deploying.IsCompleted)
        {
            await Environment.AdvanceAsync("PT10S");
            await Task.WhenAny(deploying, Task.Delay(TimeSpan.FromMilliseconds(50)));
        }

        return (await deploying).Error;
    }

    private async Task OpenAsync()
    {
        await Environment.InitializeAsync();
        if (Cloud.Outputs.ContainsKey("pinpointApplicationId"))
        {
            await Environment.EnableEmailAsync();
        }

        Route = new((await Environment.GetAsync("outputs")).GetProperty("companyEventsUrl").GetString()!);
        // Journeys let customers in five minutes after their launch.
        await Environment.AdvanceAsync("PT10M");
    }
}
