using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.CompanyEvents;
using EndToEnd.Tests.Platforms;
using Engagement.Local.DynamoDb;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// Something that happens to an environment on SES, and what did not come of it that should have; null where all did.
/// </summary>
/// <param name="environment">The environment.</param>
/// <param name="mark">The event's id or the customer's, which messages show, and which no other's begins with.</param>
internal sealed class SesRun(DevEnvironment environment, string mark)
{
    // Puts a page off at once, by the same calls as throttling, which only does so after five tries with pauses of real time.
    private static readonly object Pause = new { service = "ses", operation = "SendEmail", error = "SendingPausedException", count = 1 };

    private string Shown => $"[{mark}]";

    /// <summary>Loads customers, each with a user.</summary>
    public static Task LoadAsync(DevEnvironment environment, params IReadOnlyList<Customer> customers) =>
        CustomerLines.LoadAsync(environment, customers.Select(customer => customer.Endpoint));

    /// <summary>
    /// A visitor with a known address signs in with a date: the event is archived, the endpoint is the user's, and the date is in the
    /// index.
    /// </summary>
    public async Task<string?> RecordAsync()
    {
        await CustomerLines.LoadAsync(environment, [new { Id = mark, ChannelType = "EMAIL", Address = $"{mark}@example.com" }]);
        var recorded = await environment.MetricAsync("EventsRecorded");
        using var answer = await environment.LoadAsync(await SignedAsync());
        await environment.AdvanceAsync("PT10S");
        return Missing(
            ("an answer of 200", answer.IsSuccessStatusCode),
            ("the event in the archive", (await environment.EventsOfAsync(mark)).Count == 1),
            ("the user's attribute", await AttributeAsync(mark, "renewal_date") is not null),
            ("the entry in the index of dates",
                Items("customers-dates").Any(date => $"{date["entry"]}".Contains(mark, StringComparison.Ordinal))),
            ("the metric", await environment.MetricAsync("EventsRecorded") == recorded + 1));
    }

    /// <summary>
    /// A feature release while SES pauses at first: customers have their messages and attributes, and nothing had to be
    /// caught up or failed.
    /// </summary>
    public async Task<string?> ReleaseAsync()
    {
        var (before, told) = (await TroubleAsync(), await ToldAsync());
        await environment.DisturbAsync(Pause);
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = mark, attributes = Company.Release(Shown) });
        await environment.AdvanceAsync("PT12M");
        await environment.CalmAsync();
        return await MissingReceiversAsync("ada", "cyd") ?? Missing(
            ("what the campaign sets", await AttributeAsync("ada", "last_release") == Shown),
            ($"no trouble but the pause: {before}, {await TroubleAsync()}", await TroubleAsync() == before.AndPause()),
            ("what each function logs", (await ToldAsync()).Zip(told).All(each => each.First > each.Second)));
    }

    /// <summary>A feature release whose shares cannot be queued at first: the launcher finds the run that it has written down.</summary>
    public async Task<string?> ReleaseAgainAsync()
    {
        await environment.DisturbAsync(new { service = "sqs", operation = "SendMessageBatch", error = "InternalFailure", count = 6 });
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = mark, attributes = Company.Release(Shown) });
        await environment.AdvanceAsync("PT13M");
        await environment.CalmAsync();
        return await MissingReceiversAsync("ada", "cyd");
    }

    /// <summary>A system update by state machine: the run that it writes down is started by the sweep, and it sees the run's end.</summary>
    public async Task<string?> UpdateAsync()
    {
        var swept = await environment.MetricAsync("DueSweeps");
        await environment.PutEventAsync("operations", "system_update", new { id = mark, attributes = SystemUpdateTests.Update(Shown) });
        await environment.AdvanceAsync("PT4M");
        return await MissingReceiversAsync("ada", "bob", "cyd") ?? Missing(
            ("what the sweep logs", await environment.MetricAsync("DueSweeps") > swept),
            ("the outcome in the ledger", $"{Ledger()?["campaigns"]!["M"]!["premium"]!["M"]!["outcome"]?["S"]}" == "COMPLETED"));
    }

    /// <summary>A system update whose end cannot be found out: the topic of failures is told of both campaigns.</summary>
    public async Task<string?> TellAsync()
    {
        await environment.PutEventAsync("operations", "system_update", new { id = mark, attributes = SystemUpdateTests.Update(Shown) });
        await environment.AdvanceAsync("PT10S");
        await environment.DisturbAsync(new { service = "dynamodb", operation = "GetItem", error = "InternalServerError" });
        await environment.AdvanceAsync("PT3M");
        await environment.CalmAsync();
        var told = (await environment.GetAsync("notifications")).EnumerateArray()
            .Count(each => each.GetProperty("message").GetString()!.Contains($"\"{mark}\"", StringComparison.Ordinal));
        return Missing(($"two notifications, and not {told}", told == 2));
    }

    /// <summary>A customer with an appointment a day after the coming hour is reminded in it, although SES pauses.</summary>
    public async Task<string?> RemindAsync()
    {
        var now = await environment.NowAsync();
        // The clock goes on to a minute before it.
        var soon = now.AddMinutes(2).UtcTicks;
        var hour = new DateTimeOffset(soon - (soon % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(1);
        var at = hour.AddHours(24.5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await CustomerLines.LoadAsync(
            environment,
            [
                new
                {
                    Id = mark,
                    ChannelType = "EMAIL",
                    Address = $"{mark}@example.com",
                    User = new { UserId = mark, UserAttributes = new { appointment_at = new[] { at } } },
                },
            ]);
        var before = (await environment.MetricAsync("RemindersSent"), await TroubleAsync());
        await environment.AdvanceAsync(System.Xml.XmlConvert.ToString(hour.AddMinutes(-1) - now));
        await environment.DisturbAsync(Pause);
        await environment.AdvanceAsync("PT13M");
        await environment.CalmAsync();
        return Missing(
            ("one message",
                (await MessagesAsync()).Count(message => message.GetProperty("address").GetString() == $"{mark}@example.com") == 1),
            // An attempt before may have left reminders that go out now.
            ("the metric", await environment.MetricAsync("RemindersSent") > before.Item1),
            ($"no trouble but the pause: {before.Item2}, {await TroubleAsync()}", await TroubleAsync() == before.Item2.AndPause()));
    }

    /// <summary>
    /// A customer enters a journey by one event and gets its message, with a link to unsubscribe. Another event is noted that journeys ask
    /// for.
    /// </summary>
    public async Task<string?> GoAsync()
    {
        await LoadReaderAsync($"{mark}@example.com", "gone");
        // A process that runs knows the journeys for a minute, and the sending rate for five.
        await environment.AdvanceAsync("PT6M");
        var (sent, before) = (await environment.MetricAsync("MessagesSent"), await TroubleAsync());
        await SayAsync("newsletter_signup");
        await SayAsync("feature_used");
        await environment.AdvanceAsync("PT2M");
        var notes = Items("journeys-history")
            .Where(item => $"{item["customer"]!["S"]}" == mark)
            .Select(item => $"{item["note"]!["S"]}")
            .ToList();
        return Missing(
            ("one message",
                (await MessagesAsync()).Count(message => message.GetProperty("address").GetString() == $"{mark}@example.com") == 1),
            ("the metric", await environment.MetricAsync("MessagesSent") > sent),
            ($"no trouble: {before}, {await TroubleAsync()}", await TroubleAsync() == before),
            ("the entry in the history", notes.Exists(note => note.Contains("#entered#", StringComparison.Ordinal))),
            ("the message in the history", notes.Exists(note => note.Contains("#sent#", StringComparison.Ordinal))),
            ("the event that was noted",
                Items("journeys-customers").Any(item => $"{item["id"]!["S"]}" == mark && item.ContainsKey("seen/feature_used"))));
    }

    /// <summary>The journeys are deployed once more: the answer has their versions.</summary>
    public async Task<string?> DeployJourneysAsync()
    {
        var calls = await environment.MetricAsync("JourneyStoreCalls");
        var function = environment.Cloud.Graph.Find("aws:lambda/function:Function", "deploy-journeys")!.Id;
        var invocation = environment.Cloud.Graph.Resources.Single(
            each => each is { Type: "aws:lambda/invocation:Invocation", Name: "journeys" });
        var input = (string)invocation.Inputs["input"];
        var answer = await environment.CallAsync(HttpMethod.Post, $"/2015-03-31/functions/{function}/invocations", "lambda", input);
        return Missing(
            ("the versions", answer.ToString().Contains("thank_you", StringComparison.Ordinal)),
            ("what the function logs", await environment.MetricAsync("JourneyStoreCalls") > calls));
    }

    /// <summary>A customer whose address bounces gets no second message.</summary>
    public async Task<string?> BounceAsync()
    {
        var (address, bounced) = ($"bounce+{mark}@simulator.amazonses.com", await environment.MetricAsync("MessagesBounced"));
        await LoadReaderAsync(address, "standard");
        await ReleaseAsync("1");
        var first = await environment.MetricAsync("MessagesBounced");
        await ReleaseAsync("2");
        await LoadReaderAsync(address, "gone");
        return Missing(
            ("the metric of a first message", first == bounced + 1),
            ("no second message", await environment.MetricAsync("MessagesBounced") == first));
    }

    /// <summary>A customer looks at the page, presses the button, and gets no second message.</summary>
    public async Task<string?> UnsubscribeAsync()
    {
        await LoadReaderAsync($"{mark}@example.com", "standard");
        await ReleaseAsync("1");
        var missing = await ClickAsync();
        await ReleaseAsync("2");
        await LoadReaderAsync($"{mark}@example.com", "gone");
        return missing ?? Missing(("no second message", await CountAsync("2") == 0));
    }

    private async Task<string?> ClickAsync()
    {
        if ((await MessagesAsync()).FirstOrDefault(message => IsOf(message, "1")) is not { ValueKind: JsonValueKind.Object } message)
        {
            return "a first message";
        }

        var link = new Uri(message.GetProperty("headers").GetProperty("List-Unsubscribe").GetString()![1..^1]);
        var (chosen, asked) = (await environment.MetricAsync("ConsentsChosen"), await environment.MetricAsync("CustomerCalls"));
        using var page = await environment.Http.GetAsync(link);
        await environment.AdvanceAsync("PT1S");
        var shown = await environment.MetricAsync("CustomerCalls") > asked;
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await environment.Http.PostAsync(link, click);
        await environment.AdvanceAsync("PT1M");
        return Missing(
            ("the page", page.IsSuccessStatusCode),
            ("the metric of the page", shown),
            ("an answer of 200", answer.IsSuccessStatusCode),
            ("the metric of the choice", await environment.MetricAsync("ConsentsChosen") > chosen));
    }

    /// <summary>An event that cannot be written down: after three attempts it is kept.</summary>
    public Task<string?> KeepEventAsync() => KeepAsync(
        "publish-company-event-dlq",
        "PutItem",
        () => environment.PutEventAsync("release-pipeline", "feature_release", new { id = mark, attributes = Company.Release(Shown) }));

    /// <summary>A sweep that finds nothing out: after three attempts it is kept.</summary>
    public Task<string?> KeepSweepAsync() => KeepAsync("sweep-due-schedule-dlq", "Query", () => Task.CompletedTask);

    private async Task<string?> KeepAsync(string queue, string failing, Func<Task> cause)
    {
        var kept = await KeptAsync(queue);
        await environment.DisturbAsync(new { service = "dynamodb", operation = failing, error = "InternalServerError" });
        await cause();
        await environment.AdvanceAsync("PT5M");
        await environment.CalmAsync();
        return Missing(($"a message in {queue}", await KeptAsync(queue) > kept));
    }

    private async Task SayAsync(string eventType)
    {
        using var answer = await environment.LoadAsync(await SignedAsync(eventType));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task<(string Name, string Value)[]> SignedAsync(string eventType = "subscription_started")
    {
        var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
        return [("event", eventType), ("usat_renewal_date", "2027-12-24"), .. DevEnvironment.Identity(mark, mark, expires)];
    }

    private async Task<int> KeptAsync(string queue) => (await environment.GetAsync("queues")).EnumerateArray()
        .Single(each => each.GetProperty("name").GetString()!.StartsWith(queue, StringComparison.Ordinal))
        .GetProperty("visible")
        .GetInt32();

    // What goes well needs none of these: the check's help, a refused question to SES, a share tried again, a function's failure.
    private async Task<Trouble> TroubleAsync() => new(
        await environment.MetricAsync("CompanyEventsCaughtUp"),
        await environment.MetricAsync("SesErrors"),
        await environment.MetricAsync("SharesReturned"),
        await environment.MetricAsync("Errors"));

    // A metric in the log of each function that an event passes.
    private async Task<IReadOnlyList<double>> ToldAsync() =>
    [
        await environment.MetricAsync("CompanyEvents"),
        await environment.MetricAsync("CampaignsLaunched"),
        await environment.MetricAsync("MessagesSent"),
    ];

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    private async Task<string?> MissingReceiversAsync(params IReadOnlyList<string> expected)
    {
        var receivers = (await MessagesAsync())
            .Where(message => message.GetProperty("body").ToString().Contains(Shown, StringComparison.Ordinal))
            .Select(message => message.GetProperty("address").GetString()!.Split('@')[0])
            .Order(StringComparer.Ordinal);
        var found = string.Join(", ", receivers);
        return found == string.Join(", ", expected) ? null : $"messages to {string.Join(", ", expected)}, and not to {found}";
    }

    private static string? Missing(params IReadOnlyList<(string What, bool IsThere)> expected) =>
        string.Join(", ", expected.Where(each => !each.IsThere).Select(each => each.What)) is { Length: > 0 } missing ? missing : null;

    private async Task<string?> AttributeAsync(string user, string name) =>
        (await environment.GetAsync("customers")).EnumerateArray()
            .Where(customer => customer.GetProperty("userId").GetString() == user)
            .Select(customer => customer.GetProperty("userAttributes").TryGetProperty(name, out var values) ? values[0].GetString() : null)
            .FirstOrDefault();

    private Task LoadReaderAsync(string address, string tier) => CustomerLines.LoadAsync(
        environment,
        [
            new
            {
                Id = mark,
                ChannelType = "EMAIL",
                Address = address,
                User = new { UserId = mark, UserAttributes = new { tier = new[] { tier } } },
            },
        ]);

    private async Task ReleaseAsync(string version)
    {
        object attributes = Company.Release($"{Shown}{version}");
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = $"{mark}-{version}", attributes });
        await environment.AdvanceAsync("PT3M");
    }

    private async Task<int> CountAsync(string version) => (await MessagesAsync()).Count(message => IsOf(message, version));

    private bool IsOf(JsonElement message, string version) =>
        message.GetProperty("address").GetString()!.Contains(mark, StringComparison.Ordinal)
        && message.GetProperty("body").GetString()!.Contains($"{Shown}{version}", StringComparison.Ordinal);

    private JsonObject? Ledger() => Items("company-events-ledger").FirstOrDefault(item => item["id"]!["S"]!.ToString() == mark);

    private IReadOnlyList<JsonObject> Items(string table) => environment.Cloud.Service<DynamoDbService>()
        .ItemsOf(environment.Cloud.Graph.Find("aws:dynamodb/table:Table", table)!.Id!);

    private readonly record struct Trouble(double CaughtUp, double Refused, double Returned, double Failed)
    {
        /// <summary>The same, and SES has paused once.</summary>
        public Trouble AndPause() => this with { Refused = Refused + 1 };
    }
}
