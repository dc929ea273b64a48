using System.Collections.Immutable;
using System.Net;
using Engagement.Local.Iam;
using Engagement.Local.Resources;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// Every permission of the pixel is needed, and no other is held: what works here works in AWS, and what AWS would refuse is refused here.
/// </summary>
public sealed class PermissionTests
{
    // Those of company events are held to it in CompanyEventPermissionTests, those of journeys in JourneyPermissionTests.
    private static readonly string[] PixelRoles = [":role/pixel-role-", ":role/record-pixel-events-role-"];
    private static readonly string[] OfJourneys = ["NoteJourneyEvents", "ReadJourneys", "KeepJourneyHistory"];

    /// <summary>Policies of the stack by logical name, each with its statements.</summary>
    public static TheoryData<string, string> Statements => new()
    {
        { "pixel-policy", "StoreRequest" },
        { "record-pixel-events-policy", "TakeRequests" },
        { "record-pixel-events-policy", "RecordEvents" },
        { "record-pixel-events-policy", "ReadSigningKeys" },
        { "record-pixel-events-policy", "WriteLog" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Without_any_one_statement_something_fails(string policy, string sid)
    {
        await using var environment = await RunningEnvironment.StartAsync();
        var (role, name) = environment.Dev.Cloud.Roles.All.SelectMany(role => role.Policies.Select(attached => (role.Arn, attached.Name)))
            .Single(attached => attached.Name.StartsWith(policy, StringComparison.Ordinal));
        Assert.True(environment.Dev.Cloud.Roles.Revoke(role, name, sid));

        Assert.False(await WorksAsync(environment.Dev));
    }

    [Fact]
    public async Task The_statements_tested_are_all_that_there_are()
    {
        await using var environment = await RunningEnvironment.StartAsync();

        Assert.Equal(
            Statements.Select(row => (string)row[1]).Order(StringComparer.Ordinal),
            Permissions(environment.Dev).Select(permission => permission.Sid).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_role_holds_an_action_that_no_run_uses()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        Assert.True(await WorksAsync(environment.Dev));

        Assert.Empty(Unused(environment.Dev));
    }

    [Fact]
    public async Task A_needless_statement_is_found()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        var role = environment.Dev.Cloud.Roles.All.Single(role => role.Name.StartsWith("pixel-role", StringComparison.Ordinal));
        await environment.Dev.Cloud.Roles.ResourceTypes["aws:iam/rolePolicy:RolePolicy"](
            new ResourceRequest("aws:iam/rolePolicy:RolePolicy", "needless", ImmutableDictionary<string, object>.Empty
                .Add("role", role.Name)
                .Add(
                    "policy",
                    """
                    {"Version":"2012-10-17","Statement":[
                      {"Sid":"Needless","Effect":"Allow","Action":["sqs:PurgeQueue"],"Resource":["*"]}
                    ]}
                    """)),
            CancellationToken.None);
        Assert.True(await WorksAsync(environment.Dev));

        Assert.Equal("sqs:PurgeQueue", Assert.Single(Unused(environment.Dev)).Action);
    }

    private static IEnumerable<Permission> Unused(DevEnvironment environment) =>
        Permissions(environment).Where(permission => permission.Used == 0);

    private static IEnumerable<Permission> Permissions(DevEnvironment environment) =>
        environment.Cloud.Authorizer.Permissions()
            .Where(permission => PixelRoles.Any(role => permission.Role.Contains(role, StringComparison.Ordinal)))
            .Where(permission => !OfJourneys.Contains(permission.Sid));

    /// <summary>Whether an anonymous and a signed event are stored, recorded, and told of in the function's log.</summary>
    private static async Task<bool> WorksAsync(DevEnvironment environment)
    {
        using var anonymous = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "anonymous"));
        using var signed = await environment.LoadAsync(await environment.SignedAsync("signed"));
        await environment.AdvanceAsync("PT10S");
        return anonymous.StatusCode == HttpStatusCode.OK
            && (await environment.EventsOfAsync("anonymous")).Count == 1
            && (await environment.EventsOfAsync("signed")).Count == 1
            && await environment.MetricAsync("EventsRecorded") == 2;
    }
}
