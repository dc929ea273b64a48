using Engagement.Local.Platforms;
using Faults.Tests.Rounds;
using Faults.Tests.Shop;

namespace Faults.Tests.Invariants;

/// <summary>Nothing is sent once the stack knows that a customer wants no more. What a customer asked for is known in the end.</summary>
internal static class Silences
{
    public static IEnumerable<string> Problems(RoundEnd end) =>
        end.Round.Readers.Silences.SelectMany(silence => Broken(end, silence)).Concat(Forgotten(end));

    private static IEnumerable<string> Broken(RoundEnd end, Silence silence) =>
        from message in end.Outbox.Skip((int)silence.From)
        where message.Address == end.Round.Address(silence.Customer)
        where silence.IsTotal || ShopDefinitions.IsMarketing(message.Origin)
        select $"customer {silence.Customer} got {message.Origin} at {message.At:t}";

    private static IEnumerable<string> Forgotten(RoundEnd end) =>
        from customer in end.Round.Readers.Asked
        where !end.Round.Readers.Silences.Any(silence => silence.Customer == customer)
        where !end.IsKept("unsubscribe") && !end.Letters.Any(letter => letter.Contains("List-Unsubscribe", StringComparison.Ordinal))
        select $"customer {customer} unsubscribed, and nothing knows of it";
}
