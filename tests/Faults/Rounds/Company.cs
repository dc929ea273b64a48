using System.Globalization;
using System.Net.Http.Json;
using EndToEnd.Tests;
using Engagement.Local.Pinpoint;
using Faults.Tests.Shop;

namespace Faults.Tests.Rounds;

/// <summary>What happens to the whole company in a round, and what operators do.</summary>
internal sealed class Company(Round round)
{
    private readonly List<PublishedEvent> events = [];
    private bool isPaused;
    private bool hasFailed;

    /// <summary>The events that were sent.</summary>
    public IReadOnlyList<PublishedEvent> Events => events;

    /// <summary>Name of the sale that a deployment announces.</summary>
    public string Sale => $"sale-{round.Name}";

    /// <summary>Whether there was a deployment.</summary>
    public bool HasSale { get; private set; }

    /// <summary>Why definitions could not be deployed once the faults had ended; null where they could.</summary>
    public string? DeploymentError { get; private set; }

    /// <summary>Sends an event by each of the ways.</summary>
    public async Task PublishAsync(string announcement, int number, IReadOnlyList<string> ways)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{round.Name}-e{number}");
        var (now, accepted) = (round.Shop.Clock.GetUtcNow(), false);
        foreach (var way in ways)
        {
            accepted |= way == "bus" ? await PutOnBusAsync(announcement, id) : await PostAsync(announcement, id);
        }

        events.Add(new(id, announcement, now, accepted));
    }

    /// <summary>Pauses the journey of the announcement by journey.</summary>
    public Task PauseAsync()
    {
        isPaused = true;
        return SetStateAsync("ACTIVE", "PAUSED");
    }

    /// <summary>Deploys the definitions anew. What fails meanwhile may fail the deployment.</summary>
    public async Task DeployAsync(bool changesJourney)
    {
        HasSale = true;
        hasFailed = await round.Shop.DeployAsync(Sale, changesJourney) is not null;
    }

    /// <summary>Does what operators do after faults: opens what was paused, and deploys again what could not be deployed.</summary>
    public async Task RepairAsync()
    {
        if (isPaused)
        {
            await SetStateAsync("PAUSED", "ACTIVE");
        }

        if (hasFailed)
        {
            DeploymentError = await round.Shop.DeployAsync(Sale, changesJourney: false);
        }
    }

    private async Task<bool> PutOnBusAsync(string announcement, string id)
    {
        await round.Shop.Environment.PublishAsync(announcement, id, new { mark = $"[{id}]" });
        return true;
    }

    private async Task<bool> PostAsync(string announcement, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, round.Shop.Route);
        request.Content = JsonContent.Create(
            new Dictionary<string, object> { ["event"] = announcement, ["id"] = id, ["attributes"] = new { mark = $"[{id}]" } });
        request.SignFor("execute-api");
        using var answer = await round.Shop.Environment.Http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private async Task SetStateAsync(string before, string state)
    {
        var journeys =
            from application in round.Shop.Cloud.Service<PinpointService>().Applications.All
            from journey in application.Journeys.All
            where journey.State == before && journey.Definition.Name!.Contains(ShopDefinitions.Release, StringComparison.Ordinal)
            select journey.Id;
        foreach (var journey in journeys.ToList())
        {
            await round.Shop.Environment.PinpointAsync(HttpMethod.Put, $"journeys/{journey}/state", new { State = state });
        }
    }
}
