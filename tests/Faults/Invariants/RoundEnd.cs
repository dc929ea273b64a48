using Engagement.Local.Control;
using Engagement.Local.Platforms;
using Engagement.Local.Sqs;
using Faults.Tests.Rounds;

namespace Faults.Tests.Invariants;

/// <summary>What stands at the end of a round.</summary>
internal sealed class RoundEnd(Round round)
{
    /// <summary>The round.</summary>
    public Round Round => round;

    /// <summary>The sums.</summary>
    public Conservation After { get; } = Conservation.Count(round.Shop.Cloud);

    /// <summary>The messages of all rounds, in the order in which they were sent.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; } = [.. round.Shop.Platform.Outbox.Reverse()];

    /// <summary>The messages to the round's customers, each with the customer's number.</summary>
    public IReadOnlyList<(int Customer, OutboxMessage Message)> Messages => field ??=
    [
        .. from message in Outbox
           from customer in Enumerable.Range(0, Round.Customers)
           where message.Address == round.Address(customer) || message.EndpointId == round.Customer(customer)
           select (customer, message),
    ];

    /// <summary>What dead-letter queues keep.</summary>
    public IReadOnlyList<string> Letters { get; } =
        [.. round.Shop.Cloud.Service<SqsService>().Bodies().SelectMany(queue => queue.Bodies)];

    /// <summary>Whether a dead-letter queue keeps something that names an id.</summary>
    public bool IsKept(string id) => Letters.Any(letter => letter.Contains(id, StringComparison.Ordinal));
}
