using System.Text.Json;
using DeployJourneys;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;

await FunctionHost.RunAsync<JsonElement, DeployedJourneys, LambdaJsonContext>(host =>
{
    var opensAfter = TimeSpan.FromMinutes(host.Environment.WholeNumber("OPENS_AFTER_MINUTES") ?? 0);
    return new DeployJourneysHandler(DynamoDbJourneyBooks.Open(host), opensAfter, host.Time).HandleAsync;
});
