using EndToEnd.Tests.CompanyEvents;
using Engagement.Local.Iam;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// Every permission of the functions and the state machine of an environment on SES is needed, and no other is held. Each statement is taken
/// out, something happens that needs it, and it is put back.
/// </summary>
public sealed class SesPermissionTests : IAsyncLifetime
{
    // What is tried for each policy, by the beginning of its name.
    private static readonly (string Policy, Func<DevEnvironment, string, Task<string?>> FailsAsync)[] Attempts =
    [
        ("record-pixel-events-policy", (environment, mark) => new SesRun(environment, mark).RecordAsync()),
        ("publish-company-event-policy", async (environment, mark) => await new SesRun(environment, mark).ReleaseAsync()
            ?? await new SesRun(environment, $"{mark}-u").UpdateAsync()
            ?? await new SesRun(environment, $"{mark}-k").KeepEventAsync()),
        ("launch-campaigns-policy", async (environment, mark) => await new SesRun(environment, mark).ReleaseAsync()
            ?? await new SesRun(environment, $"{mark}-a").ReleaseAgainAsync()),
        ("send-campaign-policy", (environment, mark) => new SesRun(environment, mark).ReleaseAsync()),
        ("send-reminders-policy", (environment, mark) => new SesRun(environment, mark).RemindAsync()),
        ("record-feedback-policy", (environment, mark) => new SesRun(environment, mark).BounceAsync()),
        ("show-subscriptions-policy", (environment, mark) => new SesRun(environment, mark).UnsubscribeAsync()),
        ("subscriptions-api-policy", (environment, mark) => new SesRun(environment, mark).UnsubscribeAsync()),
        ("unsubscribe-policy", (environment, mark) => new SesRun(environment, mark).UnsubscribeAsync()),
        ("sweep-due-policy", async (environment, mark) => await new SesRun(environment, mark).UpdateAsync()
            ?? await new SesRun(environment, $"{mark}-r").RemindAsync()),
        ("sweep-due-schedule-policy", (environment, mark) => new SesRun(environment, mark).KeepSweepAsync()),
        ("announcement-system_update-policy", (environment, mark) => new SesRun(environment, mark).UpdateAsync()),
    ];

    // The day on which the definitions announce new prices: a sweep makes the run.
    private readonly DevEnvironment environment = new(new(2027, 3, 1, 8, 50, 0, TimeSpan.Zero)) { Stack = "ses" };

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        await SesRun.LoadAsync(
            environment,
            new Customer("ada", "premium", "en"),
            new("bob", "premium", "fr"),
            new("cyd", "standard", "fr"),
            new("dan", "free", "en"));
        await environment.AdvanceAsync("PT20M");
    }

    public Task DisposeAsync() => environment.DisposeAsync();

    [Fact]
    public async Task Without_any_one_statement_something_fails_and_with_all_of_them_no_action_is_unused()
    {
        var broken = new List<string>();
        foreach (var (policy, fails) in Attempts)
        {
            if (await fails(environment, $"all-{policy}") is { } missing)
            {
                broken.Add($"{policy}: {missing}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        var unused = Permissions().Where(permission => permission.Used == 0)
            .Select(permission => $"{permission.Policy} {permission.Sid} {permission.Action}").ToList();
        var needless = new List<string>();
        foreach (var (statement, index) in Permissions()
            .Select(permission => (permission.Role, permission.Policy, permission.Sid))
            .Distinct()
            .Select((statement, index) => (statement, index))
            .ToList())
        {
            if (await WorksWithoutAsync(statement.Role, statement.Policy, statement.Sid, $"without-{index}"))
            {
                needless.Add($"{statement.Policy} {statement.Sid}");
            }
        }

        Assert.Equal("", string.Join('\n', [.. unused.Select(each => $"unused: {each}"), .. needless.Select(each => $"needless: {each}")]));
    }

    private async Task<bool> WorksWithoutAsync(string roleArn, string policy, string sid, string mark)
    {
        var roles = environment.Cloud.Roles;
        var whole = roles.All.Single(role => role.Arn == roleArn).Policies.Single(each => each.Name == policy);
        Assert.True(roles.Revoke(roleArn, policy, sid));
        var works = await Attempts.Single(attempt => policy.StartsWith(attempt.Policy, StringComparison.Ordinal))
            .FailsAsync(environment, mark) is null;
        roles.Restore(roleArn, whole);
        // What was held up goes out now, and not in the midst of the next attempt.
        await environment.AdvanceAsync("PT20M");
        return works;
    }

    private List<Permission> Permissions() =>
    [
        .. environment.Cloud.Authorizer.Permissions()
            .Where(permission => Attempts.Any(attempt => permission.Policy.StartsWith(attempt.Policy, StringComparison.Ordinal))),
    ];
}
