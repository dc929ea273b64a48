using Faults.Tests.Rounds;
using Faults.Tests.Shop;

namespace Faults.Tests.Invariants;

/// <summary>The messages that follow from what was accepted in a round.</summary>
internal sealed class Expectations(RoundEnd end)
{
    private readonly Round round = end.Round;

    /// <summary>All that may come. Nothing else may.</summary>
    public IEnumerable<Expected> All => Campaigns().Concat(Sale()).Concat(Journeys()).Concat(Reminders());

    private IEnumerable<Expected> Campaigns() =>
        from published in round.Company.Events
        from campaign in ShopDefinitions.CampaignsOf(published.Announcement)
        from customer in Enumerable.Range(0, Round.Customers)
        where ShopDefinitions.IsFor(campaign, isPremium: customer % 2 == 0)
        let isSure = published.IsAccepted && !end.IsKept(published.Id) && Gets(customer) && Works("filter-audience")
        select new Expected(customer, Occasions.Campaign(published.Announcement, campaign, published.Mark), isSure);

    private IEnumerable<Expected> Sale() =>
        from customer in Enumerable.Range(0, round.Company.HasSale ? Round.Customers : 0)
        where ShopDefinitions.IsFor("premium", isPremium: customer % 2 == 0)
        let isSure = round.Company.DeploymentError is null && Gets(customer) && Works("filter-audience")
        select new Expected(customer, Occasions.Campaign(round.Company.Sale, "premium", "sale"), isSure);

    private IEnumerable<Expected> Journeys() =>
        from deeds in round.Visitors.Deeds.GroupBy(deed => (deed.Customer, deed.Event))
        from occasion in ShopDefinitions.MessagesAfter(deeds.Key.Event)
        let customer = deeds.Key.Customer
        let isSure = Gets(customer) && Works("ask-journey") && !end.IsKept(round.Customer(customer)) && Stays(customer, deeds.First())
        select new Expected(customer, occasion, isSure);

    private IEnumerable<Expected> Reminders() =>
        from said in round.Visitors.Statements
        where said.Name == "appointment_at"
        from before in new[] { "PT2H", "PT1H" }
        let isLatest = said == round.Visitors.Statements.Last(other => other.Customer == said.Customer && other.Name == said.Name)
        select new Expected(
            said.Customer, Occasions.Reminder(before, said.Value), isLatest && Gets(said.Customer) && round.Struck.Count == 0);

    // A purchase ends the newsletter's journey.
    private bool Stays(int customer, Deed entry) => entry.Event != "signup"
        || !round.Visitors.Deeds.Any(deed => deed.Customer == customer && deed.Event == "bought" && deed.At >= entry.At);

    // What a customer asked for may be known before a message, or after it.
    private bool Gets(int customer) =>
        !round.Readers.Asked.Contains(customer) && !round.Readers.Silences.Any(silence => silence.Customer == customer);

    // Pinpoint asks these functions three times, and goes on without an answer.
    private bool Works(string function) => !round.Run.IsOnPinpoint || !round.Struck.Any(strike => strike.Concerns(function));
}
