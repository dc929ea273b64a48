using System.Text.Json;
using Engagement.Local.Customers;

namespace EndToEnd.Tests;

/// <summary>The customers that a local run begins with.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class SampleCustomersTests(DevEnvironment environment)
{
    [Fact]
    public async Task Samples_can_be_loaded_whole_and_reached()
    {
        var now = await environment.NowAsync();
        var samples = LoadedFile.Read(CustomerSource.File(named: null)!, now);
        var progress = new List<int>();
        await new CustomerLoader(environment.Cloud).LoadAsync(
            (string)environment.Cloud.Outputs["pinpointApplicationId"]!,
            samples,
            progress.Add,
            CancellationToken.None);

        Assert.Equal([100, 200], progress);
        var users = new List<JsonElement>();
        foreach (var sample in samples)
        {
            users.Add((await environment.PinpointAsync(HttpMethod.Get, $"endpoints/{sample.EndpointId}"))
                .GetProperty("User")
                .GetProperty("UserAttributes"));
        }

        string[] tiers = [.. users.Select(user => user.GetProperty("tier")[0].GetString()!).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["free", "premium", "standard", "trial"], tiers);
        Assert.Contains(users, user => user.TryGetProperty("renewal_date", out var date) && date[0].GetDateTimeOffset() > now);
        Assert.True((await environment.PinpointAsync(HttpMethod.Get, "channels/email")).GetProperty("Enabled").GetBoolean());
    }
}
