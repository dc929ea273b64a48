using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Customers;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;

namespace Engagement.Local.Customers;

/// <summary>Puts customers into the local Pinpoint over its own API, as a back end would.</summary>
/// <param name="cloud">The cloud.</param>
internal sealed class CustomerLoader(LocalCloud cloud)
{
    // Most endpoints of one UpdateEndpointsBatch ("Amazon Pinpoint quotas", endpoints).
    private const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Loads endpoints.</summary>
    /// <param name="applicationId">The application that gets them.</param>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="loaded">Told after each call how many are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">Pinpoint refuses some of them; says which, and why.</exception>
    public async Task LoadAsync(
        string applicationId, IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var batch in endpoints.Chunk(Batch))
        {
            await SendAsync(applicationId, batch, cancellationToken);
            loaded(done += batch.Length);
        }
    }

    private async Task SendAsync(string applicationId, CustomerUpdate[] batch, CancellationToken cancellationToken)
    {
        var request = new AwsRequest
        {
            Method = "PUT",
            Path = $"/v1/apps/{applicationId}/endpoints",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" },
            Body = Encoding.UTF8.GetBytes(new JsonObject { ["Item"] = new JsonArray([.. batch.Select(EndpointItem.From)]) }.ToJsonString()),
            Caller = new Principal(PrincipalKind.Account, $"arn:aws:iam::{cloud.Context.Account}:root"),
        };
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var response = await cloud.Endpoint.SendAsync("mobiletargeting", request, cancellationToken);
            if (response.StatusCode < 300)
            {
                return;
            }

            if (response.StatusCode != (int)HttpStatusCode.TooManyRequests || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new FormatException(
                    $"Pinpoint refused the customers from '{batch[0].EndpointId}' to '{batch[^1].EndpointId}': "
                        + $"{Encoding.UTF8.GetString(response.Body.Span)}");
            }

            // Two such calls a second are the quota, here as in AWS.
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
