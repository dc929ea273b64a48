using Engagement.Aws.Journeys;
using Engagement.Journeys;
using Engagement.Sending;

namespace Cli.Tests.Customers;

public sealed class JourneyHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_customers_history_says_each_step_with_its_reason_and_what_comes_next()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync("Id,ChannelType,Address,User.UserId", "Ada-1,EMAIL,ada@example.com,ada");
        using var client = cloud.Client;
        await new DynamoDbJourneyHistory(client, "journey-history", cloud.Calls).AddAsync(
            "ada-1",
            [
                new(Start, "welcome", "v1", "e1", "", JourneyOutcome.Entered),
                new(Start.AddMinutes(1), "welcome", "v1", "e1", "0", JourneyOutcome.LeftOut, SendingReason.Limit, "hello"),
            ],
            default);
        var journeys = new DynamoDbCustomerJourneys(client, "journeys", TimeProvider.System, cloud.Calls);
        Assert.True(await journeys.TryWriteAsync(
            new()
            {
                EndpointId = "Ada-1",
                Enrollments = new Dictionary<string, Enrollment>
                {
                    ["welcome"] = new()
                    {
                        Journey = "welcome",
                        Id = "e1",
                        At = Start,
                        Since = Start,
                        Version = "v1",
                        Position = new("1"),
                        Anchor = Start,
                        Due = Start.AddDays(3),
                    },
                },
            },
            default));

        Assert.Equal(
            """
            Ada-1
              2026-12-01T09:00:00Z  welcome  entered
              2026-12-01T09:01:00Z  welcome  0  leftOut  hello  (limit)
              in welcome: step 1, due 2026-12-04T09:00:00Z

            """.ReplaceLineEndings("\n"),
            (await cloud.SucceedAsync("journey", "history", "--address", "ADA@example.com")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task On_Pinpoint_the_history_is_that_of_the_users_endpoints()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);
        await PinpointEndpoint.PutAsync(cloud, "Ada-1", "ada");
        using var client = cloud.Client;
        await new DynamoDbJourneyHistory(client, "journey-history", cloud.Calls)
            .AddAsync("ada-1", [new(Start, "welcome", "v1", "e1", "", JourneyOutcome.Entered)], default);

        const string History = "Ada-1\n  2026-12-01T09:00:00Z  welcome  entered\n";
        Assert.Equal(History, (await cloud.SucceedAsync("journey", "history", "ada")).ReplaceLineEndings("\n"));
        Assert.Equal(History, (await cloud.SucceedAsync("journey", "history", "~ada-1")).ReplaceLineEndings("\n"));
    }
}
