using System.Globalization;
using EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace EndToEnd.Tests.WebConsole;

/// <summary>The console while much happens.</summary>
public sealed class BusyConsoleTests(SesConsole console, ITestOutputHelper output) : IClassFixture<SesConsole>
{
    /// <summary>Events while the page is open.</summary>
    private const int Events = 5_000;

    /// <summary>Bytes of memory that the page may hold more in the end than in the beginning, garbage left out.</summary>
    private const double Growth = 8 * 1024 * 1024;

    [BrowserFact]
    public async Task While_5000_events_come_in_it_stays_quick_and_in_the_end_the_sum_is_right_and_no_memory_is_held()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        await opened.ShowAsync("");
        var session = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        var before = await HeapAsync(session);
        var coming = ComeAsync();
        List<double> clicks = [];
        while (!coming.IsCompleted)
        {
            clicks.Add(await ClickAsync(opened.Page, clicks.Count % 2 == 0 ? "Events" : "Overview"));
        }

        await coming;
        await opened.ShowAsync("");
        var recorded = opened.Page.Locator(".figures .value").First;
        await Assertions.Expect(recorded).ToHaveTextAsync(Events.ToString(CultureInfo.InvariantCulture));
        var growth = await HeapAsync(session) - before;
        clicks.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clicks.Count} clicks, median {clicks[clicks.Count / 2]:0} ms, longest {clicks[^1]:0} ms; {growth / 1024:0} KB of memory more"));
        Assert.InRange(growth, double.MinValue, Growth);
        Assert.Empty(opened.Problems);
    }

    [BrowserFact]
    public async Task It_is_painted_each_time_that_it_is_opened()
    {
        List<double> paints = [];
        for (var time = 0; time < 10; time++)
        {
            await using var opened = await console.OpenAsync(Screen.Desktop);
            await opened.ShowAsync("");
            paints.Add(await opened.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }

        paints.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first paint, ten times: {paints[0]:0} ms, median {paints[paints.Count / 2]:0} ms, longest {paints[^1]:0} ms"));
        Assert.All(paints, paint => Assert.True(paint > 0));
    }

    private async Task ComeAsync()
    {
        foreach (var some in Enumerable.Range(0, Events).Chunk(250))
        {
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            {
                using var answer = await console.Cloud.LoadAsync(
                    ("event", "newsletter_signup"), ("endpoint_id", $"busy-{number.ToString(CultureInfo.InvariantCulture)}"));
                answer.EnsureSuccessStatusCode();
            });
            await console.Cloud.AdvanceAsync("PT5S");
        }
    }

    /// <summary>From the press of the button to the frame that has the view, in milliseconds, as the page measures it.</summary>
    private static Task<double> ClickAsync(IPage page, string view) => page.EvaluateAsync<double>(
        """
        view => new Promise(done => {
          const link = [...document.querySelectorAll('#menu a')].find(each => each.textContent === view);
          const began = performance.now();
          const look = () => document.querySelector('main h1')?.textContent === view
            ? done(performance.now() - began) : requestAnimationFrame(look);
          link.click();
          requestAnimationFrame(look);
        })
        """,
        view);

    private static async Task<double> HeapAsync(ICDPSession session)
    {
        await session.SendAsync("HeapProfiler.enable");
        await session.SendAsync("HeapProfiler.collectGarbage");
        var usage = await session.SendAsync("Runtime.getHeapUsage");
        return usage!.Value.GetProperty("usedSize").GetDouble();
    }
}
