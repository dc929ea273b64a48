using System.Text.Json;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Functions;
using Engagement.Journeys;

namespace DeployJourneys;

/// <summary>
/// Writes down what a deployment makes of journeys: new versions, and which of them customers enter from now on. A journey that is no
/// longer there is removed.
/// </summary>
internal sealed class DeployJourneysHandler(IJourneyBooks books, TimeSpan opensAfter, TimeProvider time)
{
    /// <param name="input">
    /// The journeys of the definitions, and in <c>tf</c> what Pulumi's provider says of the invocation. When the invocation is taken from
    /// the stack, nothing happens: the tables go with it.
    /// </param>
    /// <param name="deadline">By when to stop.</param>
    /// <exception cref="JsonException">The input holds no journeys.</exception>
    public async Task<DeployedJourneys> HandleAsync(JsonElement input, Deadline deadline)
    {
        var catalog = input.Deserialize(JourneysJson.Default.JourneyCatalog) ?? throw new JsonException("The input is null.");
        if (IsDeletion(input))
        {
            return new(new Dictionary<string, string>());
        }

        var now = time.GetUtcNow();
        var deployment = JourneyDeployment.Plan(catalog, await books.ReadAsync(deadline.Cancellation), now, now + opensAfter);
        await books.WriteAsync(deployment, deadline.Cancellation);
        return new(deployment.Heads.Where(head => head.Removed is null).ToDictionary(head => head.Journey, head => head.Version));
    }

    private static bool IsDeletion(JsonElement input) =>
        input.TryGetProperty("tf", out var provider)
            && provider.TryGetProperty("action", out var action)
            && action.GetString() == "delete";
}
