using Engagement.Local.Iam;
using Engagement.Local.Lambda;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// Every permission of the functions and the state machine of an environment on SES is needed, and no other is held. Each statement is
/// taken out, something happens that needs it, and it is put back.
/// </summary>
public sealed class SesPermissionTests(SesCompany company) : IClassFixture<SesCompany>
{
    // A function's process keeps the keys, so that one which runs needs this no more.
    private const string ReadOnceByProcess = "ReadSigningKeys";

    // What is tried for each policy, by the beginning of its name.
    private static readonly (string Policy, Func<SesRun, SesRun, SesRun, Task<string?>> FailsAsync)[] Attempts =
    [
        ("record-pixel-events-policy", async (run, other, _) => await run.RecordAsync() ?? await other.GoAsync()),
        ("move-customers-policy", (run, _, _) => run.GoAsync()),
        ("deploy-journeys-policy", (run, _, _) => run.DeployJourneysAsync()),
        ("publish-company-event-policy", async (run, other, third) =>
            await run.ReleaseAsync() ?? await other.UpdateAsync() ?? await third.KeepEventAsync()),
        ("launch-campaigns-policy", (run, _, _) => run.ReleaseAsync()),
        ("send-campaign-policy", (run, _, _) => run.ReleaseAsync()),
        ("send-reminders-policy", (run, _, _) => run.RemindAsync()),
        ("record-feedback-policy", (run, _, _) => run.BounceAsync()),
        ("unsubscribe-policy", (run, _, _) => run.UnsubscribeAsync()),
        ("show-subscriptions-policy", (run, _, _) => run.UnsubscribeAsync()),
        ("subscriptions-api-policy", (run, _, _) => run.UnsubscribeAsync()),
        ("sweep-due-policy", async (run, other, third) =>
            await run.UpdateAsync() ?? await other.RemindAsync() ?? await third.GoAsync()),
        ("sweep-due-schedule-policy", (run, _, _) => run.KeepSweepAsync()),
        ("announcement-system_update-policy", async (run, other, _) => await run.UpdateAsync() ?? await other.TellAsync()),
    ];

    // Actions that none of this needs, and why they are held.
    private static readonly (string Policy, string Action, string Why)[] Explained =
    [
        ("send-campaign-policy", "UpdateCustomers dynamodb:GetItem", "it reads again where another writer was faster"),
        ("send-campaign-policy", "UpdatePointers dynamodb:GetItem", "it reads again where another writer was faster"),
        ("send-campaign-policy", "UpdatePointers dynamodb:PutItem", "it ends what a recorder that died has begun"),
        ("send-campaign-policy", "UpdatePointers dynamodb:UpdateItem", "it ends what a recorder that died has begun"),
        ("send-campaign-policy", "IndexDates dynamodb:PutItem", "a campaign may set a date; those of the repository set none"),
        ("send-reminders-policy", "ReadSigningKeys secretsmanager:", "a transactional reminder has no link: send-campaign-policy tries it"),
        ("launch-campaigns-policy", "QueueShares sqs:SendMessage", "a campaign begins at once, and not with the next sweep"),
        ("launch-campaigns-policy", "KeepLedger dynamodb:GetItem", "the index of pending events may be late, which it never is here"),
        ("announcement-system_update-policy", "KeepLedger dynamodb:GetItem", "after a failure it looks: CompanyEventPermissionTests"),
        ("announcement-system_update-policy", "DeliverLog logs:", "is asked for at a deployment: CompanyEventPermissionTests"),
    ];

    public static TheoryData<string> Policies => [.. Attempts.Select(attempt => attempt.Policy)];

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Without_any_one_statement_something_fails_and_with_all_of_them_no_action_is_unused(string policy)
    {
        Assert.Null(await FailsAsync(policy, "with-all"));
        // An attempt that has to be made again finds what the one before made.
        Assert.Null(policy == "launch-campaigns-policy" ? await Run(policy, "again").ReleaseAgainAsync() : null);
        Assert.Empty(
            Permissions(policy)
                .Where(permission => permission.Used == 0 && !IsExplained(policy, permission))
                .Select(permission => $"{permission.Sid} {permission.Action}"));

        var needless = new List<string>();
        foreach (var (index, statement) in Statements(policy).Index())
        {
            if (await WorksWithoutAsync(policy, statement, $"without-{index}"))
            {
                needless.Add(statement.Sid);
            }
        }

        Assert.Empty(needless);
    }

    private async Task<bool> WorksWithoutAsync(string policy, (string Role, string Name, string Sid) statement, string mark)
    {
        var roles = company.Environment.Cloud.Roles;
        var whole = roles.All.Single(role => role.Arn == statement.Role).Policies.Single(each => each.Name == statement.Name);
        Assert.True(roles.Revoke(statement.Role, statement.Name, statement.Sid));
        if (statement.Sid == ReadOnceByProcess)
        {
            await RestartAsync(statement.Role);
        }

        var works = await FailsAsync(policy, mark) is null;
        roles.Restore(statement.Role, whole);
        // What was held up goes out now, and not in the midst of the next attempt.
        await company.Environment.AdvanceAsync("PT13M");
        return works;
    }

    private async Task RestartAsync(string role)
    {
        var (lambda, graph) = (company.Environment.Cloud.Service<LambdaService>(), company.Environment.Cloud.Graph);
        foreach (var function in graph.Resources.Where(each => each.Type == "aws:lambda/function:Function"))
        {
            if (lambda.Definition(function.Id!) is { } definition && definition.Role == role)
            {
                await lambda.RedeployAsync(definition);
            }
        }
    }

    private Task<string?> FailsAsync(string policy, string mark) =>
        Attempts.Single(attempt => attempt.Policy == policy)
            .FailsAsync(Run(policy, mark), Run(policy, $"{mark}-2"), Run(policy, $"{mark}-3"));

    private SesRun Run(string policy, string mark) => new(company.Environment, $"{policy.Split('-')[0]}-{policy.Length}-{mark}");

    // A statement whose actions are all explained is not tried.
    private List<(string Role, string Name, string Sid)> Statements(string policy) =>
    [
        .. Permissions(policy)
            .Where(permission => !IsExplained(policy, permission))
            .Select(permission => (permission.Role, permission.Policy, permission.Sid))
            .Distinct(),
    ];

    private static bool IsExplained(string policy, Permission permission) => Array.Exists(
        Explained,
        known => known.Policy == policy
            && $"{permission.Sid} {permission.Action}".StartsWith(known.Action, StringComparison.Ordinal));

    // AWS's digits follow a policy's name.
    private IEnumerable<Permission> Permissions(string policy) => company.Environment.Cloud.Authorizer.Permissions()
        .Where(permission => permission.Policy.StartsWith($"{policy}-", StringComparison.Ordinal));
}
