using Engagement.Local.Iam;

namespace EndToEnd.Tests.Reminders;

/// <summary>What a month brought to customers with dates. Hours are in UTC.</summary>
[Collection(RemindedCustomersDefinition.Name)]
public sealed class ReminderTests(RemindedCustomers month)
{
    [Fact]
    public void Subscriber_is_reminded_after_0_23_and_29_days_and_not_after_the_renewal() =>
        Assert.Equal(["03-06 10", "03-29 07", "04-04 07"], month.HoursOf("ada"));

    [Fact]
    public void Customer_who_renewed_already_is_not_reminded() => Assert.Empty(month.HoursOf("eve"));

    // 09:00 on the day on which clocks are set forward: a day before is 08:00 of the day before.
    [Fact]
    public void Appointment_in_Los_Angeles_as_clocks_go_forward() => Assert.Equal(["03-07 16", "03-08 14"], month.HoursOf("lee"));

    // 10:00 on the day on which clocks are set back: a day before is 11:00 of the day before.
    [Fact]
    public void Appointment_in_Auckland_as_clocks_go_back() => Assert.Equal(["04-03 22", "04-04 20"], month.HoursOf("nia"));

    [Fact]
    public void Appointment_in_Kathmandu_whose_hours_are_a_quarter_off() => Assert.Equal(["03-08 05", "03-09 03"], month.HoursOf("kim"));

    [Fact]
    public void Message_shows_name_and_date_in_the_customers_own_zone()
    {
        Assert.All(Bodies("ada"), body => Assert.Contains("Hello Ada,", body, StringComparison.Ordinal));
        Assert.All(Bodies("ada"), body => Assert.Contains("5 April 2026", body, StringComparison.Ordinal));
        Assert.All(Bodies("lee"), body => Assert.Contains("8 March 2026, 09:00", body, StringComparison.Ordinal));
        Assert.All(Bodies("nia"), body => Assert.Contains("5 April 2026, 10:00", body, StringComparison.Ordinal));
        Assert.All(Bodies("kim"), body => Assert.Contains("9 March 2026, 11:00", body, StringComparison.Ordinal));
    }

    [Fact]
    public void Date_that_moves_later_has_reminders_of_its_own() =>
        Assert.Equal(["03-06 20", "03-07 18", "03-08 10"], month.HoursOf("mia"));

    [Fact]
    public void Date_that_moves_earlier_is_told_of_at_its_new_time_alone() => Assert.Equal(["03-09 12", "03-10 10"], month.HoursOf("max"));

    [Fact]
    public void Date_that_is_removed_is_not_told_of() => Assert.Empty(month.HoursOf("rem"));

    [Fact]
    public void Date_in_the_past_is_not_told_of() => Assert.Empty(month.HoursOf("pat"));

    [Fact]
    public async Task Missed_hours_are_caught_up_in_the_first_that_is_not()
    {
        Assert.Equal(["03-08 03", "03-08 23"], month.HoursOf("out"));
        Assert.True(await month.Environment.MetricAsync("ReminderHoursMissed") >= 3);
    }

    [Fact]
    public void Hour_that_fires_three_times_reminds_once() => Assert.Equal(["03-08 04", "03-09 02"], month.HoursOf("two"));

    [Fact]
    public void Hour_whose_first_two_attempts_fail_reminds_in_time() => Assert.Equal(["03-08 05", "03-09 03"], month.HoursOf("try"));

    [Fact]
    public void Roles_of_reminders_hold_no_action_that_the_month_did_not_use()
    {
        Assert.Equal(
            [
                "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem",
                "logs:CreateLogStream", "logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEvents",
                "mobiletargeting:UpdateSegment", "sqs:SendMessage",
            ],
            Permissions().Select(permission => permission.Action).Order(StringComparer.Ordinal));
        Assert.All(Permissions(), permission => Assert.True(permission.Used > 0, permission.Action));
    }

    private IEnumerable<Permission> Permissions() => month.Environment.Cloud.Authorizer.Permissions()
        .Where(permission =>
            permission.Role.Contains(":role/slide-reminders-role-", StringComparison.Ordinal)
                || permission.Role.Contains(":role/select-reminders-role-", StringComparison.Ordinal));

    private IEnumerable<string> Bodies(string customer) => month.Messages
        .Where(message => message.GetProperty("endpointId").GetString() == customer)
        .Select(message => message.GetProperty("body").GetString()!);
}
