using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Pinpoint.Provisioning;
using TendJourneys;

await FunctionHost.RunAsync<JsonElement, TendAnswer, LambdaJsonContext>(
    host =>
    {
        var tender = JourneyTender.Open(host);
        return async (_, deadline) =>
        {
            await tender.TendAsync(deadline.Cancellation);
            return new();
        };
    },
    Provisioner.Reserve);
