using Engagement.Infra.Configuration;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>A page of the console as its viewer has it, with what went wrong in it.</summary>
public sealed class ConsolePage : IAsyncDisposable
{
    private readonly Uri url;
    private readonly List<string> problems = [];

    internal ConsolePage(IPage page, Uri url)
    {
        (Page, this.url) = (page, url);
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                problems.Add($"{message.Text} {message.Location}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and loads that failed.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Shows a view, and waits until it has what it shows.</summary>
    public async Task ShowAsync(string view)
    {
        await Page.GotoAsync(new Uri(url, $"_local#/{view}").ToString());
        await Assertions.Expect(Page.Locator("main h1")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Loading.", new() { Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>How far the page can be scrolled sideways, in CSS pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Keeps a picture, for people to look at, under <c>artifacts/screenshots</c>.</summary>
    public Task PhotographAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots", $"{name}.png"),
        FullPage = true,
    });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
