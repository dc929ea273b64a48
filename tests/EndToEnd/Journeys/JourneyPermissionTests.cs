using System.Globalization;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Journeys;

namespace EndToEnd.Tests.Journeys;

/// <summary>
/// Every permission of journeys on Pinpoint is needed: each statement is taken out, a customer enters a journey or a journey is due to end,
/// and it is put back.
/// </summary>
public sealed class JourneyPermissionTests
{
    private static readonly string[] Functions = ["ask-journey", "record-pixel-events", "tend-journeys"];

    // Held to elsewhere: those of the pixel in PermissionTests.
    private static readonly string[] OfThePixel = ["TakeRequests", "RecordEvents", "ReadSigningKeys", "WriteLog"];

    [Fact]
    public async Task Without_any_one_statement_a_customer_does_not_enter_or_nothing_tells_of_it()
    {
        await using var customers = await JourneyCustomers.StartAsync([.. Enumerable.Range(0, 30).Select(number => $"a{number}")]);
        var entered = 0;
        var statements = Statements(customers).Where(each => each.Function != "tend-journeys").ToList();
        Assert.Equal(
            [
                "ask-journey KeepJourneyHistory", "ask-journey MoveCustomers", "ask-journey ReadJourneys", "ask-journey WriteLog",
                "record-pixel-events KeepJourneyHistory", "record-pixel-events NoteJourneyEvents", "record-pixel-events ReadJourneys",
            ],
            statements.Select(each => $"{each.Function} {each.Sid}").Order(StringComparer.Ordinal));

        Assert.True(await EntersAsync(customers, $"a{entered++}"));
        foreach (var (function, sid) in statements)
        {
            var enters = true;
            await WithoutAsync(customers, function, sid, async () => enters = await EntersAsync(customers, $"a{entered++}"));
            Assert.False(enters, $"{function} {sid}");
            Assert.True(await EntersAsync(customers, $"a{entered++}"), $"after {function} {sid}");
        }
    }

    [Fact]
    public async Task Without_any_one_statement_journeys_are_not_tended()
    {
        await using var customers = await JourneyCustomers.StartAsync("ada");
        var statements = Statements(customers).Where(each => each.Function == "tend-journeys").ToList();
        // Failed calls, which KeepFailed is for, are kept in ReminderTests: the same component keeps them.
        Assert.Equal(
            ["CancelJourneys", "KeepFailed", "ManageJourneys", "RenewJourneys", "WriteLog"],
            statements.Select(each => each.Sid).Order(StringComparer.Ordinal));
        await ReplaceAsync(customers, "welcome", "offer-a");
        await customers.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal("CANCELLED", StateOf(customers, "welcome"));

        // The journey was replaced long enough ago, and cancels again once it is taken for active.
        Set(customers, "welcome", journey => journey with { State = "ACTIVE" });
        await WithoutAsync(customers, "tend-journeys", "CancelJourneys", () => customers.PassAsync(TimeSpan.FromHours(2)));
        Assert.Equal("ACTIVE", StateOf(customers, "welcome"));
        await WithoutAsync(customers, "tend-journeys", "RenewJourneys", async () => Assert.False(await RenewsAsync(customers, "review")));
        await WithoutAsync(
            customers, "tend-journeys", "ManageJourneys", async () => Assert.False(await RenewsAsync(customers, "win_back")));
        Assert.True(await RenewsAsync(customers, "onboarding"));
        Assert.Equal("CANCELLED", StateOf(customers, "welcome"));
    }

    private static List<(string Function, string Sid)> Statements(JourneyCustomers customers) => (
        from permission in customers.Dev.Cloud.Authorizer.Permissions()
        let function = Functions.FirstOrDefault(each => permission.Role.Contains($":role/{each}-role-", StringComparison.Ordinal))
        where function is not null && !(function == "record-pixel-events" && OfThePixel.Contains(permission.Sid))
        select (function, permission.Sid)).Distinct().ToList();

    private static async Task WithoutAsync(JourneyCustomers customers, string function, string sid, Func<Task> happens)
    {
        var roles = customers.Dev.Cloud.Roles;
        var role = roles.All.Single(each => each.Arn.Contains($":role/{function}-role-", StringComparison.Ordinal));
        var policy = role.Policies.Single(each => each.Statements.Any(statement => statement.Sid == sid));
        Assert.True(roles.Revoke(role.Arn, policy.Name, sid));
        await happens();
        roles.Restore(role.Arn, policy);
        // What went back to the queue comes again.
        await customers.PassAsync(TimeSpan.FromMinutes(10));
    }

    /// <summary>Whether a customer gets the first message, and metrics and the history tell of each step.</summary>
    private static async Task<bool> EntersAsync(JourneyCustomers customers, string customer)
    {
        // Functions read the journeys once a minute.
        await customers.PassAsync(TimeSpan.FromMinutes(2));
        var (steps, lost) = (await OutcomesAsync(customers), await customers.Dev.MetricAsync("JourneyHistoryLost"));
        await customers.DoAsync(customer, "newsletter_signup");
        await customers.DoAsync(customer, "newsletter_signup");
        // The steps are "entered", "claimed", "sent" and once more "notEntered"; what was left over from a failure before adds more.
        return (await customers.MessagesOfAsync(customer)).Any()
            && await OutcomesAsync(customers) >= steps + 4
            && await customers.Dev.MetricAsync("JourneyHistoryLost") == lost;
    }

    private static Task<double> OutcomesAsync(JourneyCustomers customers) => customers.Dev.MetricAsync("JourneyOutcomes");

    private static async Task ReplaceAsync(JourneyCustomers customers, string journey, string template)
    {
        customers.Editable.Edit("journeys.yaml", $"- send: {journey}", $"- send: {template}");
        Assert.Null((await customers.DeployAsync()).Error);
    }

    /// <summary>Whether a journey is followed by an active one when its end is near.</summary>
    private static async Task<bool> RenewsAsync(JourneyCustomers customers, string journey)
    {
        var ends = (await customers.Dev.NowAsync()).AddDays(10).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Set(customers, journey, each => each with { Schedule = each.Schedule! with { EndTime = ends } });
        await customers.PassAsync(TimeSpan.FromHours(2));
        return JourneysOf(customers, journey).Count(each => each.State == "ACTIVE") == 2;
    }

    private static string StateOf(JourneyCustomers customers, string journey) => JourneysOf(customers, journey)[0].State;

    private static void Set(JourneyCustomers customers, string journey, Func<JourneyResponse, JourneyResponse> change)
    {
        var first = JourneysOf(customers, journey)[0];
        first.Definition = change(first.Definition);
    }

    private static IReadOnlyList<Journey> JourneysOf(JourneyCustomers customers, string journey) =>
    [
        .. customers.Dev.Cloud.Service<PinpointService>().Applications.All[0].Journeys.All
            .Where(each => each.Definition.Name!.StartsWith($"journey-{journey}-", StringComparison.Ordinal))
            .OrderBy(each => each.Definition.CreationDate, StringComparer.Ordinal),
    ];
}
