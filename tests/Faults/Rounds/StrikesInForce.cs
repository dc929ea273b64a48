using Faults.Tests.Runs;
using Faults.Tests.Shop;

namespace Faults.Tests.Rounds;

/// <summary>The strikes of a run while it is carried out.</summary>
internal sealed class StrikesInForce(FaultyShop shop, Run run)
{
    private readonly Dictionary<Strike, long> present = [];
    private readonly List<Strike> struck = [];

    /// <summary>Those that have ended and had struck a call.</summary>
    public IReadOnlyList<Strike> Struck => struck;

    /// <summary>Begins what is to begin at a minute.</summary>
    public async Task BeginAsync(int minute)
    {
        foreach (var (strike, number) in run.Strikes.Select((strike, number) => (strike, number)))
        {
            if (strike.Minute == minute)
            {
                await shop.Environment.DisturbAsync(strike.Fault(run.Seed + number));
                present[strike] = shop.Cloud.Faults.States[^1].Id;
            }
        }
    }

    /// <summary>Ends some.</summary>
    public void End(Func<Strike, bool> ends)
    {
        foreach (var (strike, id) in present.Where(each => ends(each.Key)).ToList())
        {
            if (shop.Cloud.Faults.States.Any(state => state.Id == id && state.Struck > 0))
            {
                struck.Add(strike);
            }

            shop.Cloud.Faults.Remove(id);
            present.Remove(strike);
        }
    }
}
