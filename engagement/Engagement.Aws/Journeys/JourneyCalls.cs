using Amazon.DynamoDBv2.Model;
using Engagement.Services;

namespace Engagement.Aws.Journeys;

/// <summary>Calls to the tables of journeys.</summary>
internal static class JourneyCalls
{
    public static Task<T> JourneysAsync<T>(this AwsCalls calls, Func<Task<T>> call) =>
        calls.CallAsync(ServiceMetrics.Journeys, call, exception => exception is ConditionalCheckFailedException);
}
