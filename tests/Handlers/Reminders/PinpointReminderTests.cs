using Engagement.Definitions.Reminders;

namespace Handlers.Tests.Reminders;

/// <summary>With segments and journeys of Pinpoint.</summary>
public class PinpointReminderTests : ReminderTests
{
    private static readonly DateTimeOffset Hour = new(2026, 12, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly Reminding reminding;

    public PinpointReminderTests()
        : this(new Reminding(ReminderCatalog.Parse(Definitions, "reminders.yaml")))
    {
    }

    private PinpointReminderTests(Reminding reminding)
        : base(reminding) => this.reminding = reminding;

    [Fact]
    public async Task Repeated_call_of_the_same_attempt_gets_the_same_answer()
    {
        reminding.Set("ada", "at", "2026-12-02T06:10:00Z");
        await reminding.SlideAsync(Hour);
        await reminding.RefreshAsync(Hour);
        reminding.Ledger.Attempt--;
        await reminding.RefreshAsync(Hour);

        Assert.Equal(["ada", "ada"], reminding.Sent.Select(each => each.EndpointId));
    }
}
