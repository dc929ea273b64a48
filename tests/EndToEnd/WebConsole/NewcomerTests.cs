using EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>The first five minutes of a viewer who has never heard of the project, on a platform.</summary>
public abstract class NewcomerTests(ConsoleEnvironment console)
{
    // What is due now needs a moment of the cloud's clock, which stands still here.
    private Task PassAsync(string duration) => console.Cloud.AdvanceAsync(duration);

    [BrowserFact]
    public async Task They_see_the_system_try_a_tag_announce_a_release_read_the_mail_and_let_time_pass()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        await page.GotoAsync(console.Cloud.Http.BaseAddress!.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await Expect(page.GetByText("record-pixel-events").First).ToBeVisibleAsync();

        await FollowAsync(page, "Try a tag");
        await page.GetByRole(AriaRole.Button, new() { Name = "Get the newsletter" }).ClickAsync();
        await Expect(page.GetByText("succeeded").First).ToBeVisibleAsync();
        await PassAsync("PT10S");
        await Expect(page.GetByText("recorded", new() { Exact = true }).First).ToBeVisibleAsync();
        await FollowAsync(page, "Events");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "newsletter_signup" })).ToBeVisibleAsync();

        await PassAsync("PT10M");
        await FollowAsync(page, "Announcements");
        await page.GetByRole(AriaRole.Link, new() { Name = "feature_release" }).ClickAsync();
        await page.GetByLabel("feature", new() { Exact = true }).FillAsync("Maps");
        await page.GetByLabel("version", new() { Exact = true }).FillAsync("4.2");
        await page.GetByLabel("url", new() { Exact = true }).FillAsync("https://www.example.com/maps");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dry run" }).ClickAsync();
        await Expect(page.GetByText("get it").First).ToBeVisibleAsync();
        Assert.DoesNotContain(await MessagesAsync(), message => message.Contains("Maps", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(page.GetByText("Accepted as")).ToBeVisibleAsync();
        await PassAsync("PT10M");
        Assert.Contains(await MessagesAsync(), message => message.Contains("Maps", StringComparison.Ordinal));

        await FollowAsync(page, "Outbox");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Maps") }).First.ClickAsync();
        await Expect(page.FrameLocator("iframe.mail").GetByText("Maps").First).ToBeVisibleAsync();

        var before = (await MessagesAsync()).Length;
        await AdvanceByKeyboardAsync(page);
        await AdvanceByKeyboardAsync(page);
        Assert.True((await MessagesAsync()).Length > before, "the follow-up did not come after two days");
        Assert.Empty(opened.Problems);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task FollowAsync(IPage page, string view)
    {
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = view, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = view, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task AdvanceByKeyboardAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "+1 day" });
        await Expect(button).ToBeEnabledAsync();
        await button.FocusAsync();
        var moved = page.WaitForResponseAsync(
            response => response.Url.EndsWith("/_local/clock", StringComparison.Ordinal), new() { Timeout = 120_000 });
        await page.Keyboard.PressAsync("Enter");
        await moved;
    }

    private async Task<string[]> MessagesAsync() =>
        [.. (await console.Cloud.GetAsync("messages")).EnumerateArray().Select(message => message.GetProperty("subject").GetString() ?? "")];
}

public sealed class PinpointNewcomerTests(PinpointConsole console) : NewcomerTests(console), IClassFixture<PinpointConsole>;

public sealed class SesNewcomerTests(SesConsole console) : NewcomerTests(console), IClassFixture<SesConsole>;
