using Engagement.Local.StepFunctions;
using Engagement.Local.Lambda;
using System.Collections.Immutable;
using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;
using Engagement.Local.Aws;
using Engagement.Local.Iam;
using Engagement.Local.Resources;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// Every permission of company events is needed, and no other is held. One environment serves all statements: each is taken out, an event
/// goes its way or does not, and the statement is put back.
/// </summary>
public sealed class CompanyEventPermissionTests(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private const string Machine = "aws:sfn/stateMachine:StateMachine";

    // What is tried for each policy, by the beginning of its name.
    private static readonly (string Policy, Attempt Works)[] Attempts =
    [
        ("publish-company-event-policy", new(async (company, mark) => await new EventRun(company, mark).ReleaseAsync()
            && await new EventRun(company, $"{mark}-u").UpdateAsync()
            && await new EventRun(company, $"{mark}-k").KeepAsync())),
        ("launch-campaigns-policy", new((company, mark) => new EventRun(company, mark).ReleaseAsync())),
        ("filter-audience-policy", new((company, mark) => new EventRun(company, mark).ReleaseAsync())),
        ("write-user-attributes-policy", new((company, mark) => new EventRun(company, mark).ReleaseAsync())),
        ("announcement-system_update-policy", new(async (company, mark) =>
            await DeploysAgainAsync(company, mark)
                && await new EventRun(company, mark).UpdateAsync()
                && await new EventRun(company, $"{mark}-f").TellAsync())),
        ("start-system_update-policy", new((company, mark) => new EventRun(company, mark).UpdateAsync())),
    ];

    private readonly Company company = fixture.Company;

    [Fact]
    public async Task Without_any_one_statement_something_fails_and_with_all_of_them_no_action_is_unused()
    {
        foreach (var (policy, works) in Attempts)
        {
            Assert.True(
                await works.RunAsync(company, $"all-{policy[..5]}"),
                $"{policy}: it does not work with all of its statements either.");
        }

        await TriggerAgainAsync("all-launc");
        Assert.Empty(
            Permissions()
                .Where(permission => permission.Used == 0)
                .Select(permission => $"{permission.Policy} {permission.Sid} {permission.Action}"));

        var needless = new List<string>();
        foreach (var (statement, index) in Permissions()
            .Select(permission => (permission.Role, permission.Policy, permission.Sid))
            .Distinct()
            .Select((statement, index) => (statement, index))
            .ToList())
        {
            var role = company.Environment.Cloud.Roles.All.Single(role => role.Arn == statement.Role);
            var whole = role.Policies.Single(policy => policy.Name == statement.Policy);
            Assert.True(company.Environment.Cloud.Roles.Revoke(role.Arn, whole.Name, statement.Sid));
            if (await AttemptFor(statement.Policy).RunAsync(company, $"without-{index}"))
            {
                needless.Add($"{statement.Policy} {statement.Sid}");
            }

            company.Environment.Cloud.Roles.Restore(role.Arn, whole);
            await SettleAsync(statement.Policy, $"settle-{index}");
        }

        Assert.Empty(needless);
    }

    [Theory]
    [InlineData("publish-company-event", "events.amazonaws.com")]
    [InlineData("launch-campaigns", "pinpoint.eu-west-1.amazonaws.com")]
    [InlineData("filter-audience", "pinpoint.eu-west-1.amazonaws.com")]
    public async Task Without_its_permission_to_call_a_function_a_service_reaches_nobody(string function, string principal)
    {
        var policy = company.Environment.Cloud.Service<LambdaService>().Policy(FunctionOf(function))!;
        var statement = policy.Statements.Single(statement => statement.Principal == principal);
        policy.Remove(statement.Sid);
        Assert.False(await new EventRun(company, $"closed-{function}").ReleaseAsync());

        policy.Add(statement);
        await SettleAsync("launch-campaigns", $"settle-{function}");
        Assert.True(await new EventRun(company, $"open-{function}").ReleaseAsync());
    }

    /// <summary>
    /// Has launched what was held up, so that the next event does not wait for it: a release brings its predecessors with it whose trigger
    /// was lost.
    /// </summary>
    private async Task SettleAsync(string policy, string mark)
    {
        if (policy.StartsWith("publish", StringComparison.Ordinal) || policy.StartsWith("launch", StringComparison.Ordinal))
        {
            await company.PutOnBusAsync("feature_release", mark, Company.Release(mark));
        }

        await company.Environment.AdvanceAsync("PT15M");
    }

    /// <summary>
    /// Calls the launcher as a journey does that had no answer: it looks the event up, which is no longer among those that are pending.
    /// </summary>
    private async Task TriggerAgainAsync(string eventId)
    {
        var payload = new
        {
            JourneyId = "journey",
            Data = "feature_release",
            Endpoints = new { company = new { User = new { UserAttributes = new { company_event_id = new[] { eventId } } } } },
        };
        await company.Environment.Cloud.Service<LambdaService>()
            .InvokeAsync(FunctionOf("launch-campaigns"), JsonSerializer.SerializeToUtf8Bytes(payload), CancellationToken.None);
    }

    private string FunctionOf(string name) =>
        company.Environment.Cloud.Graph.Resources.Single(
            resource => resource.Type == "aws:lambda/function:Function" && resource.Name == name).Id!;

    private static Attempt AttemptFor(string policy) =>
        Attempts.Single(attempt => policy.StartsWith(attempt.Policy, StringComparison.Ordinal)).Works;

    private List<Permission> Permissions() =>
        [
            .. company.Environment.Cloud.Authorizer.Permissions()
                .Where(permission => Attempts.Any(attempt => permission.Policy.StartsWith(attempt.Policy, StringComparison.Ordinal))),
        ];

    /// <summary>
    /// Whether the state machine could be created again, under another name: what it needs to deliver its log is asked then.
    /// </summary>
    private static async Task<bool> DeploysAgainAsync(Company company, string mark)
    {
        var machine = company.Environment.Cloud.Graph.Resources.Single(
            resource => resource.Type == Machine && resource.Name == "announcement-system_update");
        try
        {
            await company.Environment.Cloud.Service<StepFunctionsService>().ResourceTypes[Machine](
                new ResourceRequest(Machine, mark, machine.Inputs.ToImmutableDictionary()),
                CancellationToken.None);
            return true;
        }
        catch (AwsException e) when (e.Code == "AccessDeniedException")
        {
            return false;
        }
    }

    /// <summary>Something that works, or does not.</summary>
    /// <param name="RunAsync">Tries it with a mark of its own.</param>
    private sealed record Attempt(Func<Company, string, Task<bool>> RunAsync);
}
