using Engagement.Consent;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Engagement.Local.Platforms;
using Engagement.Local.Upcoming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary>
/// <c>/_local/reminders</c>, <c>/_local/calendar</c> and <c>/_local/journeys/simulate</c>: who waits for reminders, what is due when, and
/// what journeys make of events.
/// </summary>
internal static class JourneysApi
{
    private const int UsualDays = 14;
    private const int MostDays = 60;

    /// <summary>What to simulate.</summary>
    /// <param name="Customer">Id of the customer; null: a made-up one, reached by every message.</param>
    /// <param name="UserAttributes">The made-up customer's.</param>
    /// <param name="At">When it starts; null: now.</param>
    /// <param name="Events">The events, each as <see cref="SimulatedEvent.Form"/> says.</param>
    internal sealed record Simulated(
        string? Customer,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? UserAttributes,
        DateTimeOffset? At,
        IReadOnlyList<string>? Events);

    public static void Map(RouteGroupBuilder local, Func<LocalCloud> cloud)
    {
        local.MapPost("journeys/simulate", (HttpRequest request, CancellationToken cancellation) =>
            RequestBody.ReadAsync<Simulated>(request, simulated => SimulateAsync(cloud(), simulated, cancellation)));
        local.MapGet("reminders", () => cloud().Definitions is { } deployed
            ? Results.Json(ShownReminder.All(cloud(), deployed.Stack.Set))
            : Refusal.NoDefinitions);
        local.MapGet("calendar", async (int? days, CancellationToken cancellation) => cloud().Definitions is { } deployed
            ? Results.Json(await new Calendar(cloud(), deployed).ReadAsync(
                TimeSpan.FromDays(Math.Clamp(days ?? UsualDays, 1, MostDays)), cancellation))
            : Refusal.NoDefinitions);
    }

    private static async Task<IResult> SimulateAsync(LocalCloud cloud, Simulated simulated, CancellationToken cancellation)
    {
        if (cloud.Definitions?.Stack.Set is not { } definitions)
        {
            return Refusal.NoDefinitions;
        }

        var events = new List<SimulatedEvent>();
        foreach (var text in simulated.Events ?? [])
        {
            if (SimulatedEvent.Parse(text, definitions.TrackingPlan, out var objection) is not { } read)
            {
                return Refusal.BadRequest($"{objection}.");
            }

            events.Add(read);
        }

        return await CustomerAsync(cloud, definitions, simulated, cancellation) is { } customer
            ? Lines(definitions, customer, simulated.At ?? cloud.Context.Clock.GetUtcNow(), events)
            : Refusal.NotFound($"There is no customer '{simulated.Customer}'.");
    }

    private static async Task<IJourneyCustomer?> CustomerAsync(
        LocalCloud cloud, DefinitionSet definitions, Simulated simulated, CancellationToken cancellation)
    {
        if (simulated.Customer is not { Length: > 0 } id)
        {
            return new SimulatedCustomer(
                simulated.UserAttributes ?? new Dictionary<string, IReadOnlyList<string>>(), definitions.Segments);
        }

        var platform = RunningPlatform.From(cloud);
        if (platform.Customer(id) is not { } profile)
        {
            return null;
        }

        var member = profile.Members.OrderByDescending(each => each.Endpoint.IsReachable)
            .ThenBy(each => each.Endpoint.Id, StringComparer.Ordinal)
            .First();
        var consents = await platform.ConsentsOfAsync(profile, cancellation);
        return new JourneyMember(
            member,
            consents.GetValueOrDefault(AddressKey.From(member.Endpoint)),
            definitions.Segments,
            definitions.TemplatesByName());
    }

    private static IResult Lines(
        DefinitionSet definitions, IJourneyCustomer customer, DateTimeOffset at, IReadOnlyList<SimulatedEvent> events) => Results.Json(
            SimulationReport.Lines(at, events, definitions.Simulation.Run(at, customer, events))
                .Select(line => new { line.At, line.IsEvent, line.Text }));
}
