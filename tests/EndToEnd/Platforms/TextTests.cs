using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.CompanyEvents;
using Engagement.Local.Iam;
using Engagement.Local.Platforms;

namespace EndToEnd.Tests.Platforms;

/// <summary>Text messages beside e-mails, and who gets no more of them.</summary>
public sealed class TextTests : IDisposable
{
    private const string Pool = "pool-1";
    private const string Ada = "+4915112345671";
    private const string Bob = "+4915112345672";
    private const string Cyd = "+4915112345673";

    private const string Eve = "+4915112345675";

    // Which no country has: it is invalid.
    private const string Dan = "+9995112345674";

    private readonly DefinitionsFolder definitions = new DefinitionsFolder().WithLooseLimit();

    public TextTests()
    {
        definitions.Add(
            "templates/feature-release-standard/sms.txt",
            "{{{User.UserAttributes.first_name.[0]}}}: {{{Attributes.event_feature.[0]}}} {{{Attributes.event_version.[0]}}}\n");
        definitions.Add("templates/system-update/sms.txt", "Update for {{{Attributes.event_duration.[0]}}}\n");
        definitions.Replace(
            "segments.yaml", "tier: { in: [standard] }\n      channel: { in: [EMAIL] }\n", "tier: { in: [standard] }\n");
        definitions.MakeText("templates/appointment", "Your appointment, {{{User.UserAttributes.first_name.[0]}}}");
    }

    public void Dispose() => definitions.Dispose();

    [Fact]
    public async Task Each_endpoint_gets_its_own_channels_message_and_who_stops_gets_none()
    {
        var environment = Environment("ses", ("ses:smsOrigination", Pool), ("ses:smsRate", "1000"));
        await environment.InitializeAsync();
        try
        {
            await LoadAsync(environment);
            await HearAnswersAsync(environment);
            await TellServiceAsync(environment, "PutOptedOutNumber", new { OptOutListName = "Default", OptedOutNumber = Cyd });

            await ReleaseAsync(environment, "first");
            Assert.Equal([(Ada, "Ada: Maps first"), (Bob, "Bob: Maps first")], await TextsAsync(environment, "first"));
            Assert.Equal(["ada@example.com"], await ReceiversAsync(environment, "first", "EMAIL"));
            Assert.Equal(1, await environment.MetricAsync("FeedbackReceived", ("Reason", "invalidNumber")));
            Assert.Equal(1, await environment.MetricAsync("CustomersLeftOut", ("Reason", "optedOut")));

            await AnswerAsync(environment, Bob, "Stop");
            await ReleaseAsync(environment, "second");
            Assert.Equal([Ada], await ReceiversAsync(environment, "second", "SMS"));
            Assert.Equal(2, await environment.MetricAsync("CustomersLeftOut", ("Reason", "unsubscribed")));
            Assert.Equal(1, await environment.MetricAsync("CustomersLeftOut", ("Reason", "suppressed")));

            // What is transactional is tried, and the service's own list refuses it.
            await UpdateAsync(environment, "third hours");
            Assert.Equal([(Ada, "Update for third hours")], await TextsAsync(environment, "third hours"));
            Assert.Equal(3, await environment.MetricAsync("CustomersLeftOut", ("Reason", "optedOut")));
            await NeedsItsPermissionsAsync(environment);
            await NothingIsLoggedAsync(environment);
        }
        finally
        {
            await environment.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_journey_texts_customers_by_their_telephone_within_its_hours_until_they_stop()
    {
        definitions.Add("templates/welcome/sms.txt", "Welcome, {{{User.UserAttributes.first_name.[0]}}}\n");
        definitions.Add("templates/tips/sms.txt", "Tips for {{{User.UserAttributes.first_name.[0]}}}\n");
        definitions.Replace("journeys.yaml", "- wait: P3D", "- wait: PT4H");
        var environment = Environment("ses", ("ses:smsOrigination", Pool), ("ses:smsRate", "1000"));
        await environment.InitializeAsync();
        try
        {
            await LoadAsync(environment);
            await CustomerLines.LoadAsync(environment, [Endpoint("eve-phone", "eve", "SMS", Eve)]);
            await HearAnswersAsync(environment);
            await SignUpAsync(environment, "ada-phone", "ada-mail", "bob-phone", "dan-phone");
            Assert.Equal([(Ada, "Welcome, Ada"), (Bob, "Welcome, Bob")], await TextsAsync(environment, "Welcome"));
            Assert.Equal(["ada@example.com"], await ReceiversAsync(environment, "", "EMAIL"));

            await AnswerAsync(environment, Bob, "Stop");
            await environment.AdvanceAsync("PT10H30M");
            Assert.Equal([(Ada, "Tips for Ada")], await TextsAsync(environment, "Tips"));

            // Half past eight in the evening in Berlin: eight o'clock in the morning.
            await SignUpAsync(environment, "eve-phone");
            await environment.AdvanceAsync("PT17H");
            var welcome = Assert.Single(await MessagesAsync(environment, "Welcome, Eve", "SMS"));
            Assert.InRange(
                welcome.GetProperty("at").GetDateTimeOffset() - DevEnvironment.Beginning, TimeSpan.FromHours(22), TimeSpan.FromHours(22.6));
            Assert.Equal([(Ada, "Tips for Ada"), (Eve, "Tips for Eve")], await TextsAsync(environment, "Tips"));
            await NothingIsLoggedAsync(environment);
        }
        finally
        {
            await environment.DisposeAsync();
        }
    }

    [Fact]
    public async Task Both_platforms_send_the_same_texts_to_the_same_numbers()
    {
        var pinpoint = await LiveAsync("dev", ("sms:enabled", "true"));
        Assert.Contains((Ada, "Ada: Maps first"), pinpoint);
        Assert.Contains((Bob, "Update for third hours"), pinpoint);
        Assert.Contains((Bob, "Your appointment, Bob"), pinpoint);
        Assert.Equal(pinpoint, await LiveAsync("ses", ("ses:smsOrigination", Pool), ("ses:smsRate", "1000")));
    }

    private async Task<IReadOnlyList<(string To, string Body)>> LiveAsync(string stack, params (string Key, string Value)[] settings)
    {
        var environment = Environment(stack, settings);
        await environment.InitializeAsync();
        try
        {
            if (stack == "dev")
            {
                await environment.EnableEmailAsync();
            }

            // The first hour of reminders has begun on both: one begins it with the deployment, the other with the clock.
            await environment.AdvanceAsync("PT1H5M");
            await CustomerLines.LoadAsync(
                environment,
                [
                    Endpoint("ada-mail", "ada", "EMAIL", "ada@example.com"), Endpoint("ada-phone", "ada", "SMS", Ada),
                    Endpoint("bob-phone", "bob", "SMS", Bob, appointment: DevEnvironment.Beginning.AddHours(28)),
                ]);
            await environment.AdvanceAsync("PT10M");
            await ReleaseAsync(environment, "first");
            await UpdateAsync(environment, "third hours");
            await environment.AdvanceAsync("PT5H");
            var texts = await MessagesAsync(environment, "", "SMS");
            return [.. texts.Select(message => (Text(message, "address"), Text(message, "body"))).Order()];
        }
        finally
        {
            await environment.DisposeAsync();
        }
    }

    private static async Task NeedsItsPermissionsAsync(DevEnvironment environment)
    {
        string[] sids = ["NoteOptOuts", "SendTexts"];
        Permission[] held =
        [
            .. environment.Cloud.Authorizer.Permissions().Where(
                permission => permission.Policy.StartsWith("send-campaign-policy-", StringComparison.Ordinal)
                    && sids.Contains(permission.Sid)),
        ];
        Assert.All(held, permission => Assert.True(permission.Used > 0, $"{permission.Sid} {permission.Action}"));
        Assert.Equal(sids, held.Select(permission => permission.Sid).Distinct().Order());

        await CustomerLines.LoadAsync(
                environment,
                [Endpoint("eve-phone", "eve", "SMS", Eve)]);
        await TellServiceAsync(environment, "PutOptedOutNumber", new { OptOutListName = "Default", OptedOutNumber = Eve });
        await WithoutAsync(environment, held.First(permission => permission.Sid == "NoteOptOuts"), async () =>
        {
            await ReleaseAsync(environment, "fourth");
            Assert.Contains("optOutNotStored", (await environment.GetAsync("logs")).GetRawText(), StringComparison.Ordinal);
        });
        await WithoutAsync(environment, held.First(permission => permission.Sid == "SendTexts"), async () =>
        {
            await ReleaseAsync(environment, "fifth");
            Assert.Empty(await ReceiversAsync(environment, "fifth", "SMS"));
        });
        // What could not be sent was kept.
        await environment.AdvanceAsync("PT20M");
        Assert.Equal([Ada], await ReceiversAsync(environment, "fifth", "SMS"));
    }

    private static async Task WithoutAsync(DevEnvironment environment, Permission permission, Func<Task> act)
    {
        var roles = environment.Cloud.Roles;
        var whole = roles.All.Single(role => role.Arn == permission.Role).Policies.Single(policy => policy.Name == permission.Policy);
        Assert.True(roles.Revoke(permission.Role, permission.Policy, permission.Sid));
        await act();
        roles.Restore(permission.Role, whole);
    }

    private DevEnvironment Environment(string stack, params (string Key, string Value)[] settings) =>
        new(DevEnvironment.Beginning, [("definitions:directory", definitions.Path), .. settings]) { Stack = stack };

    private static Task LoadAsync(DevEnvironment environment) => CustomerLines.LoadAsync(
                environment,
                [
            Endpoint("ada-mail", "ada", "EMAIL", "ada@example.com"), Endpoint("ada-phone", "ada", "SMS", Ada),
            Endpoint("bob-phone", "bob", "SMS", Bob), Endpoint("cyd-phone", "cyd", "SMS", Cyd), Endpoint("dan-phone", "dan", "SMS", Dan),
        ]);

    // What the operator does by hand, as docs/operations.md says.
    private static async Task HearAnswersAsync(DevEnvironment environment)
    {
        var topic = environment.Cloud.Outputs["textReplies"];
        await TellServiceAsync(environment, "UpdatePool", new { PoolId = Pool, TwoWayEnabled = true, TwoWayChannelArn = topic });
    }

    private static Task<JsonElement> TellServiceAsync(DevEnvironment environment, string operation, object body) =>
        environment.CallAsync(HttpMethod.Post, "/", "sms-voice", JsonSerializer.Serialize(body), $"PinpointSMSVoiceV2.{operation}");

    private static async Task AnswerAsync(DevEnvironment environment, string from, string body)
    {
        using var answer = await environment.Http.PostAsJsonAsync("_local/texts", new { from, to = Pool, body });
        Assert.True(answer.IsSuccessStatusCode);
        await environment.AdvanceAsync("PT5M");
    }

    private static async Task SignUpAsync(DevEnvironment environment, params IReadOnlyList<string> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            using var answer = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", endpoint));
            Assert.True(answer.IsSuccessStatusCode);
        }

        await environment.AdvanceAsync("PT5M");
    }

    private static async Task ReleaseAsync(DevEnvironment environment, string mark)
    {
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = mark, attributes = Company.Release(mark) });
        await environment.AdvanceAsync("PT20M");
    }

    private static async Task UpdateAsync(DevEnvironment environment, string duration)
    {
        await environment.PutEventAsync(
            "operations", "system_update", new { id = "third", attributes = SystemUpdateTests.Update(duration) });
        await environment.AdvanceAsync("PT20M");
    }

    private static async Task<IReadOnlyList<(string To, string Body)>> TextsAsync(DevEnvironment environment, string mark) =>
        [.. (await MessagesAsync(environment, mark, "SMS")).Select(message => (Text(message, "address"), Text(message, "body"))).Order()];

    private static async Task<IReadOnlyList<string>> ReceiversAsync(DevEnvironment environment, string mark, string channel) =>
        [.. (await MessagesAsync(environment, mark, channel)).Select(message => Text(message, "address")).Order(StringComparer.Ordinal)];

    private static async Task<IEnumerable<JsonElement>> MessagesAsync(DevEnvironment environment, string mark, string channel) =>
        (await environment.GetAsync("messages")).EnumerateArray()
            .Where(message => Text(message, "channel") == channel && Text(message, "body").Contains(mark, StringComparison.Ordinal));

    private static string Text(JsonElement message, string member) => message.GetProperty(member).GetString()!;

    private static async Task NothingIsLoggedAsync(DevEnvironment environment)
    {
        var logs = (await environment.GetAsync("logs")).GetRawText();
        Assert.DoesNotContain("15112345", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.com", logs, StringComparison.Ordinal);
    }

    private static object Endpoint(string id, string user, string channel, string address, DateTimeOffset? appointment = null)
    {
        var attributes = new Dictionary<string, string[]>
        {
            ["tier"] = ["standard"],
            ["language"] = ["en"],
            ["first_name"] = [char.ToUpperInvariant(user[0]) + user[1..]],
        };
        if (appointment is { } at)
        {
            attributes.Add("appointment_at", [at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)]);
        }

        return new
        {
            Id = id,
            ChannelType = channel,
            Address = address,
            User = new { UserId = user, UserAttributes = attributes },
        };
    }
}
