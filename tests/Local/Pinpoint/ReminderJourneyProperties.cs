using System.Text.Json.Nodes;
using Engagement;
using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;
using Local.Tests.EventSources;
using static Local.Tests.Pinpoint.JourneyCloud;

namespace Local.Tests.Pinpoint;

/// <summary>
/// The rules of reminders between the segments and journeys of this Pinpoint: for any dates, any minute at which the journey looks at its
/// segment, and any hours that are slid or missed, each customer gets the message once, in the first hour that is slid from its own on.
/// </summary>
public class ReminderJourneyProperties
{
    private const int Hours = 100;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_customer_gets_the_message_once_in_the_first_hour_that_is_slid_from_its_own_on()
    {
        var runs = from before in Gen.Elements("PT1H", "PT2H", "P1D")
                   from minute in Gen.Choose(0, 54)
                   from dates in Gen.Choose(30 * 3_600, (Hours + 10) * 3_600).ListOf(6)
                   from whole in Gen.Choose(30, Hours)
                   from steps in Gen.Choose(0, 7).ListOf(Hours)
                   select (before, minute, dates: dates.Append(whole * 3_600).ToArray(), steps: steps.ToArray());
        Prop.ForAll(runs.ToArbitrary(), run => RunAsync(run.before, run.minute, run.dates, run.steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    private static async Task RunAsync(string before, int minute, int[] dates, int[] steps)
    {
        var message = ReminderMessage
            .From(ReminderCatalog.Parse($"reminders: {{ r: {{ date: at, before: [{before}], template: t }} }}", "r.yaml"))
            .Single();
        var cloud = new JourneyCloud();
        var reminding = new Reminding(cloud, message);
        for (var i = 0; i < dates.Length; i++)
        {
            cloud.Pinpoint.Customer($"c{i}", new { at = new[] { IsoInstant.Format(Start.AddSeconds(dates[i])) } });
        }

        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(minute));
        reminding.Launch();
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(60 - minute));
        var slid = new List<DateTimeOffset>();
        foreach (var step in steps)
        {
            if (step > 0)
            {
                slid.Add(reminding.Slide());
            }

            await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromHours(1));
        }

        for (var i = 0; i < dates.Length; i++)
        {
            var date = Start.AddSeconds(dates[i]);
            var own = message.HourFor(date, CustomerZone.Utc);
            Assert.Equal(
                slid.Where(hour => hour >= own).Take(1).Where(hour => hour < date),
                cloud.Pinpoint.Messages.Where(each => each.EndpointId == $"c{i}").Select(each => HourSlot.From(each.At)));
        }
    }

    /// <summary>What both functions of reminders do, without them.</summary>
    private sealed class Reminding(JourneyCloud cloud, ReminderMessage message)
    {
        private readonly ReminderRules rules = new(message, CustomerZone.Utc);
        private readonly HashSet<string> claims = [];
        private readonly string segment = cloud.Pinpoint.Segment(
            Dimensions(new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1))));
        private SlidHour? slid;

        public void Launch()
        {
            cloud.Pinpoint.Functions.Behaviour = call => Task.FromResult(FakeFunctions.Answer(Choose(call).ToJsonString()));
            cloud.Journey(
                OnSegment(segment),
                new
                {
                    first = new
                    {
                        CUSTOM = new
                        {
                            DeliveryUri = "record",
                            EndpointTypes = new[] { "EMAIL" },
                            MessageConfig = new { Data = message.Name },
                            NextActivity = "chosen",
                        }
                    },
                    chosen = new
                    {
                        ConditionalSplit = new
                        {
                            Condition = new { Operator = "ALL", Conditions = new[] { IsChosen } },
                            TrueActivity = "send",
                        }
                    },
                    send = Email("hello"),
                },
                journey =>
                {
                    journey["RefreshFrequency"] = "PT1H";
                    journey["Limits"] = new { EndpointReentryCap = 0 };
                });
        }

        public DateTimeOffset Slide()
        {
            var hour = HourSlot.From(cloud.Pinpoint.Clock.GetUtcNow());
            cloud.Pinpoint.Send(
                "PUT",
                $"/v1/apps/{cloud.Pinpoint.App}/segments/{segment}",
                new { Dimensions = Dimensions(DateWindow.For(message, hour, slid?.Hour)) });
            slid = new(hour, slid?.Hour);
            return hour;
        }

        private static object IsChosen => new
        {
            EventCondition = new
            {
                MessageActivity = "first",
                Dimensions = new { Attributes = new { send = new { AttributeType = "INCLUSIVE", Values = new[] { "yes" } } } },
            },
        };

        private static object Dimensions(DateWindow window) =>
            new
            {
                UserAttributes = new
                {
                    at = new
                    {
                        AttributeType = "BETWEEN",
                        Values = new[] { IsoInstant.Format(window.From), IsoInstant.Format(window.To) },
                    }
                }
            };

        private JsonObject Choose(JsonNode call) => new(call["Endpoints"]!.AsObject()
            .Where(endpoint =>
                IsDue(new(
                    endpoint.Key,
                    new Dictionary<string, IReadOnlyList<string>>
                    {
                        ["at"] = [(string)endpoint.Value!["User"]!["UserAttributes"]!["at"]![0]!],
                    })))
            .Select(endpoint =>
                KeyValuePair.Create<string, JsonNode?>(
                    endpoint.Key,
                    new JsonObject { ["EventAttributes"] = new JsonObject { ["send"] = "yes" } })));

        private bool IsDue(Customer customer) =>
            slid is { } hour
                && rules.Decide(customer, hour) == ReminderVerdict.Due
                && claims.Add($"{customer.EndpointId} {rules.DateOf(customer)}");
    }
}
