using Engagement.Local.Pinpoint;
using System.Globalization;
using Engagement.Local.Iam;

namespace EndToEnd.Tests.Reminders;

/// <summary>
/// Every permission of reminders is needed: each statement is taken out, an hour passes in which a customer is due, and it is put
/// back.
/// </summary>
[Collection(RemindedCustomersDefinition.Name)]
public sealed class PermissionTests(RemindedCustomers month)
{
    private const int Messages = 5;

    [Theory]
    [InlineData("slide-reminders", "KeepHours")]
    [InlineData("slide-reminders", "SlideSegments")]
    [InlineData("slide-reminders", "WriteLog")]
    [InlineData("select-reminders", "ClaimReminders")]
    [InlineData("select-reminders", "WriteLog")]
    public async Task Without_any_one_statement_something_fails(string function, string sid)
    {
        var roles = month.Environment.Cloud.Roles;
        var role = roles.All.Single(role => role.Arn.Contains($":role/{function}-role-", StringComparison.Ordinal));
        var policy = role.Policies.Single(policy => policy.Name.StartsWith($"{function}-policy", StringComparison.Ordinal));
        Assert.Contains(policy.Statements, statement => statement.Sid == sid);
        Assert.True(roles.Revoke(role.Arn, policy.Name, sid));
        Assert.False(await RemindsAsync($"without-{function}-{sid}"));

        roles.Restore(role.Arn, policy);
        // An hour that was missed is caught up first.
        await RemindsAsync($"again-{function}-{sid}");
        Assert.True(await RemindsAsync($"with-{function}-{sid}"));
    }

    [Fact]
    // Failed hours, which KeepFailed is for, are kept in ReminderTests.
    public void The_statements_tested_are_all_that_there_are() => Assert.Equal(
        ["ClaimReminders", "KeepFailed", "KeepHours", "SlideSegments", "WriteLog", "WriteLog"],
        month.Environment.Cloud.Authorizer.Permissions()
            .Where(permission =>
                permission.Role.Contains(":role/slide-reminders-role-", StringComparison.Ordinal)
                    || permission.Role.Contains(":role/select-reminders-role-", StringComparison.Ordinal))
            .Select(permission => (permission.Role, permission.Sid))
            .Distinct()
            .Select(statement => statement.Sid)
            .Order(StringComparer.Ordinal));

    /// <summary>
    /// Whether a customer with an appointment a day after the coming hour is reminded in it, and both functions' logs tell of it.
    /// </summary>
    private async Task<bool> RemindsAsync(string customer)
    {
        var now = await month.Environment.NowAsync();
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(1);
        month.Environment.Cloud.Service<PinpointService>().Applications.All[0].Endpoints.Update(
            [
                (customer, new()
                {
                    Address = $"{customer}@example.com",
                    ChannelType = "EMAIL",
                    User = new()
                    {
                        UserId = customer,
                        UserAttributes = new Dictionary<string, IReadOnlyList<string>?>
                        {
                            ["appointment_at"] =
                            [
                                hour.AddHours(24.5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                            ],
                        },
                    },
                }),
            ],
            "request");
        var before = (Slid: await SlidAsync(), Sent: await SentAsync());
        await month.Environment.AdvanceAsync(System.Xml.XmlConvert.ToString(hour.AddMinutes(59) - now));
        return month.Environment.Cloud.Service<PinpointService>().Outbox.All.Count(message => message.EndpointId == customer) == 1
            && await SlidAsync() == before.Slid + Messages && await SentAsync() > before.Sent;
    }

    private Task<double> SlidAsync() => month.Environment.MetricAsync("RemindersSlid");

    private Task<double> SentAsync() => month.Environment.MetricAsync("RemindersSent");
}
