using EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>Definitions are written, compared and deployed in the console, by keyboard alone, on a platform.</summary>
public abstract class EditingTests(EditedConsole console)
{
    private const string Template = "        segment: standard\n";

    [BrowserFact]
    public async Task A_change_is_checked_completed_saved_compared_and_deployed_and_an_announcement_held()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        await opened.ShowAsync("definitions/announcements.yaml");
        var text = page.GetByLabel("Text", new() { Exact = true });
        var before = (await text.InputValueAsync()).Replace("after: P2D", "after: P3D", StringComparison.Ordinal);
        var at = before.IndexOf(Template, StringComparison.Ordinal);
        await text.FillAsync(before.Remove(at, Template.Length).Insert(at, "        segment: \n"));
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "announcements.feature_release.campaigns[1].segment" }))
            .ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeDisabledAsync();

        await text.EvaluateAsync(
            "(area, at) => area.setSelectionRange(at, at)", at + Template.IndexOf("standard", StringComparison.Ordinal));
        foreach (var key in (string[])["Control+Space", "ArrowDown", "Enter"])
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(text).ToHaveValueAsync(before);
        await PressAsync(page, "Save");
        await Expect(page.GetByText("Saved, and not deployed yet.")).ToBeVisibleAsync();
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(console.Folder, "announcements.yaml")));

        await opened.ShowAsync("definitions");
        await PressAsync(page, "See what would change");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "P3D", Exact = true })).ToBeVisibleAsync(Patiently);
        await PressAsync(page, "Deploy");
        await Expect(page.GetByText("Deployed:")).ToBeVisibleAsync(Patiently);

        await opened.ShowAsync("announcements/feature_release");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "3d later" })).ToBeVisibleAsync();
        await PressAsync(page, "Hold");
        await Expect(page.GetByText("Its events are taken and wait.")).ToBeVisibleAsync(Patiently);
        Assert.Empty(opened.Problems);
    }

    private static LocatorAssertionsToBeVisibleOptions Patiently => new() { Timeout = 120_000 };

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task PressAsync(IPage page, string button)
    {
        var found = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        await Expect(found).ToBeEnabledAsync();
        await found.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}

public sealed class PinpointEditingTests(EditedPinpointConsole console) : EditingTests(console), IClassFixture<EditedPinpointConsole>;

public sealed class SesEditingTests(EditedSesConsole console) : EditingTests(console), IClassFixture<EditedSesConsole>;
