using System.Collections.Concurrent;

namespace Engagement.Local.Sms.Sending;

/// <summary>The account's list of numbers that want no more texts, which every origination identity uses.</summary>
internal sealed class OptOutList(TimeProvider clock)
{
    /// <summary>Its name: the list that each account has.</summary>
    public const string Name = "Default";

    private readonly ConcurrentDictionary<string, DateTimeOffset> numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> byCustomer = new(StringComparer.Ordinal);

    /// <summary>The numbers and since when they are on it, by number.</summary>
    public IReadOnlyList<(string Number, DateTimeOffset Since)> All =>
        [.. numbers.Select(number => (number.Key, number.Value)).OrderBy(number => number.Key, StringComparer.Ordinal)];

    /// <summary>Whether the customer put a number on it, by an answer.</summary>
    public bool IsByCustomer(string number) => byCustomer.ContainsKey(Plain(number));

    /// <summary>Puts a number on it whose owner asked for it.</summary>
    public void PutByCustomer(string number)
    {
        Put(number);
        byCustomer[Plain(number)] = true;
    }

    /// <summary>Since when a number is on it; null where it is not.</summary>
    public DateTimeOffset? Since(string number) => numbers.TryGetValue(Plain(number), out var since) ? since : null;

    /// <summary>Puts a number on it. One that is there stays since when it was.</summary>
    public DateTimeOffset Put(string number) => numbers.GetOrAdd(Plain(number), _ => clock.GetUtcNow());

    /// <summary>Takes a number off; false where it is not on it.</summary>
    public bool Remove(string number)
    {
        byCustomer.TryRemove(Plain(number), out _);
        return numbers.TryRemove(Plain(number), out _);
    }

    /// <summary>A number with its plus: without it, it is the same.</summary>
    public static string Plain(string number) => $"+{number.TrimStart('+')}";
}
