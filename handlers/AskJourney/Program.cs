using System.Text.Json;
using System.Text.Json.Nodes;
using AskJourney;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;
using Engagement.Definitions;
using Engagement.Pinpoint.Journeys;

await FunctionHost.RunAsync<JsonElement, JsonObject, LambdaJsonContext>(host => new JourneyAsker(
    DynamoDbCustomerJourneys.Open(host),
    DynamoDbJourneyBooks.Open(host),
    new(
        DeployedDefinitions.Journeys.Read().Limit,
        DeployedDefinitions.Topics.Read(),
        DeployedDefinitions.TrackingPlan.Read().Zone),
    new(DynamoDbJourneyHistory.Open(host), host.Log, host.Metrics),
    DeployedDefinitions.Segments.Read(),
    host.Time,
    host.Log,
    host.Metrics).AnswerAsync);
