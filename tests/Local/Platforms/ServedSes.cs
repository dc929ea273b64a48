using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Cloud;
using Engagement.Local.Customers;
using Engagement.Local.Platforms;
using Local.Tests.Http;

namespace Local.Tests.Platforms;

/// <summary>A served cloud with what the control API looks at of a stack that keeps customers, events and messages itself.</summary>
internal sealed class ServedSes : IAsyncDisposable
{
    private ServedSes(ServedCloud served) => Served = served;

    public ServedCloud Served { get; }

    public LocalCloud Cloud => Served.Cloud;

    public static async Task<ServedSes> StartAsync()
    {
        var ses = new ServedSes(await ServedCloud.StartAsync());
        await PlatformStack.DeployAsync(ses.Served, PlatformStack.Ses);
        return ses;
    }

    public ValueTask DisposeAsync() => Served.DisposeAsync();

    /// <summary>Loads an endpoint, a line of a file of customers.</summary>
    public async Task LoadAsync(string endpoint)
    {
        var folder = Directory.CreateTempSubdirectory("customers-");
        var file = Path.Combine(folder.FullName, "customers.json");
        await File.WriteAllTextAsync(file, endpoint);
        await RunningPlatform.From(Cloud).LoadAsync(
            LoadedFile.Read(file, Cloud.Context.Clock.GetUtcNow()), _ => { }, CancellationToken.None);
        folder.Delete(recursive: true);
    }

    /// <summary>Puts lines into the archive, as the functions do.</summary>
    public Task RecordAsync(string lines) => SendAsync("firehose", "Firehose_20150804.PutRecordBatch", new JsonObject
    {
        ["DeliveryStreamName"] = "archive",
        ["Records"] = new JsonArray(new JsonObject { ["Data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(lines)) }),
    });

    /// <summary>Sends a mail by SES.</summary>
    public Task MailAsync(string to, params (string Name, string Value)[] tags) => SendAsync("ses", "", new JsonObject
    {
        ["FromEmailAddress"] = "hello@example.com",
        ["Destination"] = new JsonObject { ["ToAddresses"] = new JsonArray(to) },
        ["Content"] = new JsonObject
        {
            ["Simple"] = new JsonObject
            {
                ["Subject"] = new JsonObject { ["Data"] = "Hello" },
                ["Body"] = new JsonObject
                {
                    ["Html"] = new JsonObject { ["Data"] = "<p>Hello</p>" },
                    ["Text"] = new JsonObject { ["Data"] = "Hello in text" },
                },
                ["Headers"] = new JsonArray(Named("X-Made-By", "a test")),
            },
        },
        ["EmailTags"] = new JsonArray([.. tags.Select(tag => Named(tag.Name, tag.Value))]),
    });

    private static JsonObject Named(string name, string value) => new() { ["Name"] = name, ["Value"] = value };

    /// <summary>Calls a service; it has to succeed.</summary>
    public async Task SendAsync(string service, string target, JsonObject body)
    {
        var answer = await Cloud.Endpoint.SendAsync(
            service,
            new()
            {
                Method = "POST",
                Path = service == "ses" ? "/v2/email/outbound-emails" : "/",
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = target },
                Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
                Caller = Cloud.CallerOf("AKIATEST"),
            },
            CancellationToken.None);
        Assert.Equal(200, answer.StatusCode);
    }

    /// <summary>Asks the control API.</summary>
    public async Task<JsonElement> GetAsync(string resource)
    {
        using var response = await Served.SendAsync("GET", $"/_local/{resource}");
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }
}
