using Deque.AxeCore.Playwright;
using EndToEnd.Tests.Browser;

namespace EndToEnd.Tests.WebConsole;

/// <summary>What holds for each view of the console, on a platform.</summary>
public abstract class ViewTests(ConsoleEnvironment console)
{
    [BrowserFact]
    public async Task Every_view_shows_without_an_error_fits_a_telephone_and_has_no_violation_of_accessibility()
    {
        await using var first = await console.OpenAsync(Screen.Desktop);
        await first.ShowAsync("");
        var views = await first.Page.Locator("#menu a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash.slice(2))");
        Assert.Contains("queues", views);
        List<string> wrong = [];
        foreach (var screen in Screen.All)
        {
            await using var page = await console.OpenAsync(screen);
            foreach (var view in views)
            {
                await page.ShowAsync(view);
                await page.PhotographAsync($"{console.Stack}-{(view.Length == 0 ? "overview" : view)}-{screen.Name}");
                var where = $"{view} on {screen.Name}";
                wrong.AddRange((await page.Page.RunAxe()).Violations.Select(violation =>
                    $"{where}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
                if (await page.OverflowAsync() is > 0 and var pixels)
                {
                    wrong.Add($"{where}: can be scrolled sideways by {pixels} pixels");
                }
            }

            wrong.AddRange(page.Problems);
        }

        Assert.Empty(wrong);
    }

    [BrowserFact]
    public async Task Every_action_of_every_view_is_reached_by_the_tab_key_and_shows_that_it_is()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var keyboard = await KeyboardWalk.StartAsync(opened.Page);
        await opened.ShowAsync("");
        List<string> wrong = [];
        var views = new Queue<string>(await keyboard.LinksAsync("#menu a"));
        for (var seen = new HashSet<string>(views, StringComparer.Ordinal); views.TryDequeue(out var view);)
        {
            await opened.ShowAsync(view);
            wrong.AddRange((await keyboard.WalkAsync()).Select(action => $"{view}: {action}"));
            // One of what a view lists stands for all of it.
            foreach (var detail in (await keyboard.LinksAsync("main a")).GroupBy(link => link.Split('/')[0]).Select(links => links.First()))
            {
                if (seen.Add(detail))
                {
                    views.Enqueue(detail);
                }
            }

            Assert.True(seen.Count < 100, "Views go on without end.");
        }

        Assert.Empty(wrong);
        await opened.Page.EvaluateAsync(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<button id=planted tabindex=-1>Planted</button>')");
        Assert.Contains("planted", Assert.Single(await keyboard.WalkAsync()), StringComparison.Ordinal);
    }
}

public sealed class PinpointViewTests(PinpointConsole console) : ViewTests(console), IClassFixture<PinpointConsole>;

public sealed class SesViewTests(SesConsole console) : ViewTests(console), IClassFixture<SesConsole>;
