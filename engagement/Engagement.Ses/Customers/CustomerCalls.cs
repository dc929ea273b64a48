using Amazon.DynamoDBv2.Model;
using Engagement.Aws;

namespace Engagement.Ses.Customers;

/// <summary>Calls to the tables of customers.</summary>
internal static class CustomerCalls
{
    public static Task<T> CustomersAsync<T>(this AwsCalls calls, Func<Task<T>> call) =>
        calls.CallAsync(CustomerMetrics.Service, call, exception => exception is ConditionalCheckFailedException);

    /// <summary>A conditional write: false when its condition did not hold.</summary>
    public static async Task<bool> TryCustomersAsync<T>(this AwsCalls calls, Func<Task<T>> call)
    {
        try
        {
            await calls.CustomersAsync(call);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
