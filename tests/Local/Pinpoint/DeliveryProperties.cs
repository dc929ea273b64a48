using FsCheck;
using FsCheck.Fluent;
using Local.Tests.EventSources;
using static Local.Tests.Pinpoint.JourneyCloud;

namespace Local.Tests.Pinpoint;

/// <summary>What holds for every campaign and journey.</summary>
public sealed class DeliveryProperties
{
    private static readonly Arbitrary<(int Customers, bool[] Failures)> Campaigns =
        (
            from customers in Gen.Choose(0, 160)
            from failures in Gen.Elements(true, false).ArrayOf()
            select (
                customers, failures)).ToArbitrary();

    private static readonly Arbitrary<int[]> Steps = Gen.Choose(1, 5000).ArrayOf(12).ToArbitrary();

    [Fact]
    public void Nobody_gets_a_campaign_twice_and_whoever_the_hook_was_told_of_with_success_gets_it() => Prop.ForAll(Campaigns, given =>
    {
        var cloud = new PinpointCloud();
        var served = new List<string>();
        var calls = 0;
        cloud.Template("news", new { Subject = "News" });
        cloud.OpenEmail();
        for (var i = 0; i < given.Customers; i++)
        {
            cloud.Customer($"c{i:D3}");
        }

        cloud.Functions.Behaviour = payload =>
        {
            if (calls < given.Failures.Length && given.Failures[calls++])
            {
                return Task.FromResult(FakeFunctions.Failure());
            }

            served.AddRange(payload["Endpoints"]!.AsObject().Select(each => each.Key));
            return Task.FromResult(FakeFunctions.Answer(payload["Endpoints"]!.ToJsonString()));
        };
        cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = cloud.Segment(new { }),
            Schedule = new { StartTime = "IMMEDIATE" },
            TemplateConfiguration = new { EmailTemplate = new { Name = "news" } },
            Hook = new { LambdaFunctionName = "record", Mode = "FILTER" },
        });
        cloud.SettleAsync().GetAwaiter().GetResult();

        Assert.Equal(cloud.Served.Distinct(), cloud.Served);
        Assert.Equal(served, cloud.Served);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Wait_ends_at_its_instant_however_the_clock_gets_there() => Prop.ForAll(Steps, steps =>
    {
        var cloud = new JourneyCloud();
        cloud.OpenJourneyAsync(OnEvent("signed_up"), new { first = Wait("P1D", "second"), second = Email("hello") })
            .GetAwaiter()
            .GetResult();
        var expected = new List<(string, DateTimeOffset)>();
        for (var i = 0; i < steps.Length; i++)
        {
            cloud.Pinpoint.Customer($"c{i:D2}");
            cloud.Event($"c{i:D2}", "signed_up");
            expected.Add(($"c{i:D2}", cloud.Pinpoint.Clock.GetUtcNow().AddDays(1)));
            cloud.Pinpoint.AdvanceAsync(TimeSpan.FromSeconds(steps[i])).GetAwaiter().GetResult();
        }

        cloud.Pinpoint.AdvanceAsync(TimeSpan.FromDays(1)).GetAwaiter().GetResult();

        Assert.Equal(expected, cloud.Pinpoint.Messages.Select(each => (each.EndpointId, each.At)));
    }).QuickCheckThrowOnFailure();
}
