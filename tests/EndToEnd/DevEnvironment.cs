using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Infra.Configuration;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Engagement.Local.Server;

namespace EndToEnd.Tests;

/// <summary>
/// The <c>dev</c> stack on this machine, as <c>dotnet run --project local</c> brings it up, but with a clock that stands still until a test
/// moves it. Tests speak to it over HTTP alone.
/// </summary>
public sealed class DevEnvironment : IAsyncLifetime
{
    /// <summary>What the clock shows first, where a test does not care.</summary>
    internal static readonly DateTimeOffset Beginning = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset start;
    private readonly (string Key, string Value)[] settings;

    private LocalEnvironment? environment;

    public DevEnvironment()
        : this(Beginning)
    {
    }

    /// <param name="start">What the clock shows first; it need not be near the machine's.</param>
    /// <param name="settings">Settings beside those of <c>dev</c>.</param>
    internal DevEnvironment(DateTimeOffset start, params (string Key, string Value)[] settings) =>
        (this.start, this.settings) = (start, settings);

    /// <summary>Key that the running environment accepts signatures of.</summary>
    public static string SigningKey => LocalSecrets.For(LocalSecrets.SigningKeySetting);

    /// <summary>Key that it accepts as well, as during a rotation.</summary>
    public static string PreviousSigningKey => "the-key-before-the-rotation-of-december";

    /// <summary>The cloud behind it, for what nobody could do over HTTP, such as editing a deployed policy.</summary>
    internal LocalCloud Cloud => environment!.Cloud;

    /// <summary>The stack whose settings are read.</summary>
    internal string Stack { get; init; } = "dev";

    /// <summary>What is set otherwise; asked again with each deployment.</summary>
    internal Func<StackConfiguration, StackConfiguration> Settings { get; init; } = configuration => configuration;

    /// <summary>Speaks to the environment. An advance by hours may have many deliveries to wait for.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>How long an answer may take, where five minutes are too few.</summary>
    internal TimeSpan Patience
    {
        init => Http.Timeout = value;
    }

    /// <summary>Where the image tag points.</summary>
    public string PixelUrl { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var configuration = StackConfiguration.Read(RepositoryRoot.Path, Stack, LocalSecrets.For)
            .WithNeededSecrets(LocalSecrets.For)
            .WithDefaultSecret("identity:previousSigningKey", PreviousSigningKey)
            .WithDefaultSender()
            // The gateway's throttle runs on the clock too, which stands still while a test fires its requests.
            .With("pixel:burstLimit", "5000");
        configuration = settings.Aggregate(configuration, (known, setting) => known.With(setting.Key, setting.Value));
        environment = await LocalEnvironment.StartAsync(
            () => Settings(configuration),
            port: 0,
            new VirtualClock(start),
            _ => { },
            CancellationToken.None);
        Http.BaseAddress = environment.Url;
        var outputs = await Http.GetFromJsonAsync<JsonElement>("_local/outputs");
        PixelUrl = outputs.GetProperty("pixelUrl").GetString()!;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (Interlocked.Exchange(ref environment, null) is { } started)
        {
            await started.DisposeAsync();
        }
    }

    /// <summary>Loads the image with these query parameters, each percent-encoded as a browser's <c>encodeURIComponent</c> does.</summary>
    public Task<HttpResponseMessage> LoadAsync(params (string Name, string Value)[] parameters) =>
        LoadRawAsync(string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")));

    /// <summary>Loads the image with a query that is sent as it stands.</summary>
    public Task<HttpResponseMessage> LoadRawAsync(string query) => Http.GetAsync(new Uri($"{PixelUrl}?{query}"));

    /// <summary>Moves the clock and waits until all that was due has happened.</summary>
    public async Task AdvanceAsync(string duration)
    {
        using var response = await Http.PostAsJsonAsync("_local/clock", new { advance = duration });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Puts a fault in force, as <c>POST /_local/faults</c> takes it.</summary>
    public async Task DisturbAsync(object fault)
    {
        using var response = await Http.PostAsJsonAsync("_local/faults", fault);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Ends all faults.</summary>
    public async Task CalmAsync()
    {
        using var response = await Http.DeleteAsync(new Uri("_local/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A query that the recorder accepts only with a valid signature.</summary>
    public async Task<(string Name, string Value)[]> SignedAsync(string endpointId)
    {
        var expires = await NowAsync() + TimeSpan.FromHours(1);
        return [("event", "subscription_started"), ("usat_renewal_date", "2027-01-01"), .. Identity(endpointId, endpointId, expires)];
    }

    /// <summary>Now, in the environment.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await GetAsync("clock")).GetProperty("now").GetDateTimeOffset();

    /// <summary>What Pinpoint has recorded of an endpoint.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsOfAsync(string endpointId) =>
        [.. (await GetAsync($"events?endpoint_id={Uri.EscapeDataString(endpointId)}")).EnumerateArray()];

    /// <summary>Everything that was rejected so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> RejectedAsync() => [.. (await GetAsync("rejected")).EnumerateArray()];

    /// <summary>How often an operation was called so far.</summary>
    public async Task<int> CallsAsync(string service, string operation) =>
        (await GetAsync("calls")).EnumerateArray().Count(call =>
            call.GetProperty("service").GetString() == service && call.GetProperty("operation").GetString() == operation);

    /// <summary>Sum of a metric over the dimensions given, or over all where none is.</summary>
    public async Task<double> MetricAsync(string name, params (string Name, string Value)[] dimensions) =>
        (await GetAsync("metrics")).EnumerateArray()
            .Where(metric =>
                metric.GetProperty("name").GetString() == name && Array.TrueForAll(dimensions, dimension => Has(metric, dimension)))
            .Sum(metric => metric.GetProperty("sum").GetDouble());

    private static bool Has(JsonElement metric, (string Name, string Value) dimension) =>
        metric.GetProperty("dimensions").TryGetProperty(dimension.Name, out var value) && value.GetString() == dimension.Value;

    /// <summary>A resource of the control API.</summary>
    public Task<JsonElement> GetAsync(string resource) => Http.GetFromJsonAsync<JsonElement>($"_local/{resource}");

    /// <summary>The parameters of a signed identity.</summary>
    public static (string Name, string Value)[] Identity(string endpointId, string userId, DateTimeOffset expires) =>
    [
        ("endpoint_id", endpointId), ("user_id", userId),
        ("exp", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ("sig", Sign(SigningKey, endpointId, userId, expires)),
    ];

    /// <summary>Signs an identity as a site's back end would: the documented recipe, written out a second time on purpose.</summary>
    public static string Sign(string key, string endpointId, string userId, DateTimeOffset expires)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{endpointId}\n{userId}\n{expires.ToUnixTimeSeconds()}");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
