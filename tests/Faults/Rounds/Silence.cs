namespace Faults.Tests.Rounds;

/// <summary>A customer gets nothing more, because the stack knows that it is not wanted.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="From">How many messages had been sent when that was seen.</param>
/// <param name="IsTotal">Whether that holds for what is transactional, too.</param>
internal sealed record Silence(int Customer, long From, bool IsTotal);
