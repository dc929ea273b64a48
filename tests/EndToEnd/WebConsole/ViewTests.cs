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
}

public sealed class PinpointViewTests(PinpointConsole console) : ViewTests(console), IClassFixture<PinpointConsole>;

public sealed class SesViewTests(SesConsole console) : ViewTests(console), IClassFixture<SesConsole>;
