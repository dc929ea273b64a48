using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

/// <summary>Customers' journeys, which let those who are inside go on.</summary>
public sealed class DrainingJourneyTests
{
    private readonly Function function = new();

    [Fact]
    public async Task Replaced_journey_goes_on_until_its_own_longest_stay_has_passed()
    {
        var old = await function.RunAsync(Declarations.CustomerJourney("create"));
        var updated = await UpdateAsync(Declarations.CustomerJourney("update", "other", drainFor: "P30D"));

        await function.TendAsync();
        Assert.Equal([JourneyPhase.Active, JourneyPhase.Active], Phases());
        function.Time.Advance(TimeSpan.FromDays(4) - TimeSpan.FromSeconds(1));
        await function.TendAsync();
        Assert.Equal([JourneyPhase.Active, JourneyPhase.Active], Phases());
        function.Time.Advance(TimeSpan.FromSeconds(1));
        await function.TendAsync();

        Assert.Equal([JourneyPhase.Ended, JourneyPhase.Active], Phases());
        Assert.NotEqual(old.Id, updated.Id);
    }

    [Fact]
    public async Task Second_change_drains_both_each_by_its_own_time()
    {
        await function.RunAsync(Declarations.CustomerJourney("create"));
        await UpdateAsync(Declarations.CustomerJourney("update", "second"));
        var first = function.Application.Journeys[0].DrainsUntil;
        function.Time.Advance(TimeSpan.FromDays(1));
        await UpdateAsync(Declarations.CustomerJourney("update", "third"));

        Assert.Equal(first, function.Application.Journeys[0].DrainsUntil);
        Assert.True(function.Application.Journeys[1].DrainsUntil > first);
        function.Time.Advance(TimeSpan.FromDays(4));
        await function.TendAsync();
        Assert.Equal([JourneyPhase.Ended, JourneyPhase.Ended, JourneyPhase.Active], Phases());
    }

    [Fact]
    public async Task Rolling_back_takes_the_draining_journey_again()
    {
        var old = await function.RunAsync(Declarations.CustomerJourney("create"));
        await UpdateAsync(Declarations.CustomerJourney("update", "other"));

        var back = await UpdateAsync(Declarations.CustomerJourney("update"));

        Assert.Equal(old.Id, back.Id);
        Assert.Null(function.Application.Journeys[0].DrainsUntil);
        Assert.NotNull(function.Application.Journeys[1].DrainsUntil);
    }

    [Fact]
    public async Task Journey_that_ends_soon_is_renewed_once_and_stays_until_its_end()
    {
        await function.RunAsync(Declarations.CustomerJourney("create"));
        function.Time.Advance(PinpointJourneyResources.Open - JourneyTender.RenewBefore - TimeSpan.FromSeconds(1));
        await function.TendAsync();
        Assert.Single(function.Application.Journeys);
        function.Time.Advance(TimeSpan.FromSeconds(1));

        await function.TendAsync();
        await function.TendAsync();

        Assert.Equal([JourneyPhase.Active, JourneyPhase.Active], Phases());
        var renewed = await UpdateAsync(Declarations.CustomerJourney("update"));
        Assert.Equal(function.Application.Journeys[1].Id, renewed.Id);
        Assert.All(function.Application.Journeys, journey => Assert.Null(journey.DrainsUntil));
    }

    [Fact]
    public async Task Failure_keeps_no_other_journey_from_being_tended_and_is_told()
    {
        await function.RunAsync(Declarations.CustomerJourney("create"));
        await UpdateAsync(Declarations.CustomerJourney("update", "other"));
        function.Time.Advance(PinpointJourneyResources.Open);
        function.Application.Failing = "UpdateJourneyState";

        var failed = await Assert.ThrowsAsync<ProvisioningException>(function.TendAsync);

        Assert.Contains("UpdateJourneyState failed", failed.Message, StringComparison.Ordinal);
        Assert.Equal(3, function.Application.Journeys.Count);
        await function.TendAsync();
        Assert.Equal([JourneyPhase.Ended, JourneyPhase.Active, JourneyPhase.Active], Phases());
    }

    [Fact]
    public async Task Draining_journeys_count_among_those_that_events_start()
    {
        await function.RunAsync(Declarations.CustomerJourney("create"));
        for (var change = 1; change < JourneyProvisioner.MostEventStarted; change++)
        {
            await UpdateAsync(Declarations.CustomerJourney("update", $"template-{change}"));
        }

        var refused = await Assert.ThrowsAsync<ProvisioningException>(
            () => UpdateAsync(Declarations.CustomerJourney("update", "one-more")));

        Assert.StartsWith(
            "journey 'journey-welcome': Pinpoint runs 20 journeys that events start, and has 20. 19 of them were replaced and let customers"
                + " who are inside go on, the first until 2026-02-04T10:06:00Z: wait until then, or cancel one in Pinpoint.",
            refused.Message,
            StringComparison.Ordinal);
        function.Time.Advance(TimeSpan.FromDays(4));
        await function.TendAsync();
        await UpdateAsync(Declarations.CustomerJourney("update", "one-more"));
        Assert.Equal(2, Phases().Count(phase => phase == JourneyPhase.Active));
    }

    [Fact]
    public async Task Removed_journey_is_gone_with_those_that_drain()
    {
        await function.RunAsync(Declarations.CustomerJourney("create"));
        await UpdateAsync(Declarations.CustomerJourney("update", "other"));

        await function.RunAsync(Declarations.CustomerJourney("delete", "other"));

        Assert.Empty(function.Application.Journeys);
    }

    private IEnumerable<JourneyPhase> Phases() => function.Application.Journeys.Select(journey => journey.Phase);

    private async Task<ProvisionedResource> UpdateAsync(ResourceDeclaration declaration)
    {
        var update = function.RunAsync(declaration);
        function.Time.Advance(JourneyProvisioner.OpensAfter);
        return await update;
    }
}
