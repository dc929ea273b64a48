using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

public sealed class JourneyTests
{
    private const string Changed = "company.other";

    private readonly Function function = new();

    [Fact]
    public async Task A_created_journey_is_active()
    {
        var created = await function.RunAsync(Declarations.Journey("create"));

        var journey = Assert.Single(function.Application.Journeys);
        Assert.Equal((created.Id, JourneyPhase.Active), (journey.Id, journey.Phase));
    }

    [Fact]
    public async Task An_unchanged_journey_stays()
    {
        var created = await function.RunAsync(Declarations.Journey("create"));

        Assert.Equal(created, await function.RunAsync(Declarations.Journey("update")));
        Assert.Single(function.Application.Journeys);
    }

    [Fact]
    public async Task The_old_journey_is_cancelled_only_when_the_new_one_lets_endpoints_enter()
    {
        var old = await function.RunAsync(Declarations.Journey("create"));
        var update = function.RunAsync(Declarations.Journey("update", Changed));

        Assert.False(update.IsCompleted);
        Assert.All(function.Application.Journeys, journey => Assert.Equal(JourneyPhase.Active, journey.Phase));
        function.Time.Advance(JourneyProvisioner.OpensAfter);
        var updated = await update;
        Assert.NotEqual(old.Id, updated.Id);
        Assert.Equal([JourneyPhase.Ended, JourneyPhase.Active], function.Application.Journeys.Select(journey => journey.Phase));
    }

    [Theory]
    [InlineData("TagResource")]
    [InlineData("UpdateJourney")]
    [InlineData("UpdateJourneyState")]
    public async Task An_update_that_failed_half_way_heals_when_it_runs_again(string failing)
    {
        await function.RunAsync(Declarations.Journey("create"));
        function.Application.Failing = failing;
        await Assert.ThrowsAsync<ProvisioningException>(() => UpdateAsync(Declarations.Journey("update", Changed)));
        Assert.Contains(function.Application.Journeys, journey => journey.Phase == JourneyPhase.Active);

        // Pulumi took the failed input for done: it is the previous one now.
        var healed = await UpdateAsync(Declarations.Journey("update", Changed, previous: Declarations.Journey("update", Changed)));

        Assert.Equal(healed.Id, Assert.Single(function.Application.Journeys, journey => journey.Phase == JourneyPhase.Active).Id);
        Assert.DoesNotContain(function.Application.Journeys, journey => journey.Phase == JourneyPhase.Draft);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journey_that_somebody_edited_or_paused_is_replaced_only_when_the_setting_says_so(bool paused)
    {
        var created = await function.RunAsync(Declarations.Journey("create"));
        function.Application.Change(
            created.Id,
            journey => paused ? journey with { Phase = JourneyPhase.Paused } : journey with { IsEdited = true });

        var error = await Assert.ThrowsAsync<ProvisioningException>(() => UpdateAsync(Declarations.Journey("update", Changed)));
        Assert.Contains(
            $"journey 'feature_release' ({created.Id}) was {(paused ? "paused" : "edited")} in the console",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("provisioning:overwriteConsoleEdits", error.Message, StringComparison.Ordinal);
        Assert.Single(function.Application.Journeys);

        var replaced = await UpdateAsync(Declarations.Journey("update", Changed, overwrite: true));
        Assert.Equal(replaced.Id, Assert.Single(function.Application.Journeys, journey => journey.IsLive).Id);
    }

    [Fact]
    public async Task A_journey_that_ended_is_launched_anew()
    {
        var created = await function.RunAsync(Declarations.Journey("create"));
        function.Application.Change(created.Id, journey => journey with { Phase = JourneyPhase.Ended });

        Assert.NotEqual(created.Id, (await function.RunAsync(Declarations.Journey("update"))).Id);
    }

    [Fact]
    public async Task A_deleted_journey_is_gone_with_all_before_it()
    {
        await function.RunAsync(Declarations.Journey("create"));
        await UpdateAsync(Declarations.Journey("update", Changed));
        await function.RunAsync(Declarations.Journey("delete"));

        Assert.Empty(function.Application.Journeys);
    }

    private async Task<Engagement.Pinpoint.Provisioning.ProvisionedResource> UpdateAsync(
        Engagement.Pinpoint.Provisioning.ResourceDeclaration declaration)
    {
        var update = function.RunAsync(declaration);
        function.Time.Advance(JourneyProvisioner.OpensAfter);
        return await update;
    }
}
