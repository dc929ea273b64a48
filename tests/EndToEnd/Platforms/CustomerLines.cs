using System.Text.Json;
using Engagement.Local.Customers;
using Engagement.Local.Platforms;

namespace EndToEnd.Tests.Platforms;

/// <summary>Customers that a test makes up, loaded as a file of JSON lines is.</summary>
internal static class CustomerLines
{
    /// <param name="environment">The environment that gets them.</param>
    /// <param name="endpoints">Endpoints, with the members that Pinpoint's have.</param>
    public static async Task LoadAsync(DevEnvironment environment, IEnumerable<object> endpoints)
    {
        var folder = Directory.CreateTempSubdirectory("customers-");
        var file = Path.Combine(folder.FullName, "customers.json");
        await File.WriteAllLinesAsync(file, endpoints.Select(endpoint => JsonSerializer.Serialize(endpoint)));
        await RunningPlatform.From(environment.Cloud).LoadAsync(
            LoadedFile.Read(file, environment.Cloud.Context.Clock.GetUtcNow()), _ => { }, CancellationToken.None);
        folder.Delete(recursive: true);
    }
}
