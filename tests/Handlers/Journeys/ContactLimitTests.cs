using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Services;
using FsCheck;
using FsCheck.Fluent;
using Handlers.Tests.Journeys.OnPinpoint;

namespace Handlers.Tests.Journeys;

/// <summary>The limit of all marketing, over any messages of campaigns and journeys to one customer.</summary>
public class ContactLimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<MessageLimit> AnyLimit =
        from messages in Gen.Choose(1, 4) from hours in Gen.Choose(1, 48) select new MessageLimit(messages, TimeSpan.FromHours(hours));

    // A message some minutes after the one before. What was read for it may be old, a journey may claim one first, and it may fail.
    private static readonly Gen<Attempt> AnyAttempt =
        from minutes in Gen.Choose(0, 900)
        from isOld in Gen.Elements(true, false)
        from hasRival in Gen.Elements(false, false, true)
        from fails in Gen.Elements(false, false, false, true)
        select new Attempt(minutes, isOld, hasRival, fails);

    [Fact]
    public void In_no_span_more_messages_count_than_the_limit_allows_and_none_is_refused_that_it_allows() => Prop.ForAll(
        (from limit in AnyLimit from attempts in Gen.NonEmptyListOf(AnyAttempt) select (limit, attempts)).ToArbitrary(),
        each => HoldsAsync(each.limit, [.. each.attempts]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_customer_whom_others_write_without_end_is_given_up_and_the_message_not_counted()
    {
        var (journeys, seen) = (new MemoryJourneys(), Start);
        var counts = await new ContactLimit(new(1, TimeSpan.FromHours(1)), journeys).ReadAsync(["ada"], default);
        Rival();

        await Assert.ThrowsAsync<ServiceException>(() => counts.TryCountAsync("ada", Start, default));

        Assert.Empty(journeys["ada"]!.Sends);

        void Rival() => journeys.BeforeWrite = () =>
        {
            journeys.NoteAsync("ada", "page_view", seen = seen.AddSeconds(1), default).GetAwaiter().GetResult();
            Rival();
        };
    }

    private static async Task HoldsAsync(MessageLimit limit, IReadOnlyList<Attempt> attempts)
    {
        var (journeys, now, counted) = (new MemoryJourneys(), Start, new List<DateTimeOffset>());
        var contacts = new ContactLimit(limit, journeys);
        var old = await contacts.ReadAsync(["ada"], default);
        foreach (var attempt in attempts)
        {
            now = now.AddMinutes(attempt.Minutes);
            var counts = attempt.IsOld ? old : old = await contacts.ReadAsync(["ada"], default);
            journeys.BeforeWrite = attempt.HasRival ? () => ClaimAsync(journeys, limit, now, counted).GetAwaiter().GetResult() : null;
            var expected = new Func<bool>(() => Within(counted, limit, now) < limit.Messages);
            var takes = await counts.TryCountAsync("ada", now, default);
            Assert.Equal(expected(), takes);
            if (takes && attempt.Fails)
            {
                await counts.TakeBackAsync("ada", now, default);
            }
            else if (takes)
            {
                counted.Add(now);
            }

            Assert.InRange(Within(counted, limit, now), 0, limit.Messages);
            Assert.Equal(Within(counted, limit, now), Within(journeys["ada"]?.Sends ?? [], limit, now));
        }
    }

    // As a mover does: upon what it has read just before.
    private static async Task ClaimAsync(MemoryJourneys journeys, MessageLimit limit, DateTimeOffset now, List<DateTimeOffset> counted)
    {
        var customer = await journeys.FindAsync("ada", default) ?? new CustomerJourneys { EndpointId = "ada" };
        if (!limit.IsReached(customer.Sends, now))
        {
            Assert.True(await journeys.TryWriteAsync(customer with { Sends = [.. customer.Sends, now] }, default));
            counted.Add(now);
        }
    }

    private static int Within(IEnumerable<DateTimeOffset> claims, MessageLimit limit, DateTimeOffset now) =>
        claims.Count(at => at > now - limit.Per);

    private sealed record Attempt(int Minutes, bool IsOld, bool HasRival, bool Fails);
}
