using System.Diagnostics;
using System.Globalization;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Segments;

namespace Local.Tests.Pinpoint;

/// <summary>
/// What it costs to sift endpoints. No test says how long that takes: each compares with other work of the same run, which a busy machine
/// slows down alike.
/// </summary>
public sealed class SegmentCostTests
{
    private const int Few = 2_000;
    private const int Times = 16;
    private const int Many = Few * Times;

    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sifting_allocates_a_fraction_of_what_a_pattern_for_dates_would()
    {
        var sift = Sifting(Many);
        var dates = Enumerable.Range(0, Many).Select(Renewal).ToArray();

        var sifted = Allocated(() => sift());
        var read = Allocated(() => Assert.Equal(Many, dates.Count(date => Iso8601.TryParse(date, out _))));

        Assert.True(sifted * 4 < read, $"{sifted / Many} bytes an endpoint; the pattern {read / Many}.");
    }

    // Were it quadratic, the many would take sixteen times as long as the few sixteen times.
    [Fact]
    public void Sifting_many_endpoints_takes_no_longer_than_sifting_few_as_often()
    {
        var (few, many) = (Sifting(Few), Sifting(Many));

        var (ofFew, ofMany) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 7; round++)
        {
            ofFew = Min(ofFew, Took(() => Repeat(Times, few)));
            ofMany = Min(ofMany, Took(() => many()));
        }

        Assert.True(ofMany < ofFew * 6, $"{Many} endpoints: {ofMany}; {Times} times {Few}: {ofFew}.");
    }

    /// <summary>Looks for the 60 endpoints of one hour among so many.</summary>
    private static Action Sifting(int count)
    {
        var cloud = new PinpointCloud();
        var application = cloud.Service.Applications.Get(cloud.App);
        application.Endpoints.Update(Enumerable.Range(0, count).Select(i => ($"c{i}", Endpoint(i))), "request");
        var id = cloud.Segment(
            new
            {
                UserAttributes = new
                {
                    renewal = new { AttributeType = "BETWEEN", Values = new[] { "2026-04-02T00:00:00Z", "2026-04-02T00:59:00Z" } },
                },
            });
        var segment = application.Segments.Get(id);
        Action sift = () => Assert.Equal(60, new Audience(application, cloud.Clock).Members(segment).Count);
        sift();
        return sift;
    }

    private static EndpointRequest Endpoint(int i) => new()
    {
        User = new()
        {
            UserId = $"c{i}",
            UserAttributes = new Dictionary<string, IReadOnlyList<string>?> { ["renewal"] = [Renewal(i)] },
        },
    };

    private static string Renewal(int i) => Start.AddMinutes(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TimeSpan Took(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }

    private static void Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++)
        {
            work();
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
