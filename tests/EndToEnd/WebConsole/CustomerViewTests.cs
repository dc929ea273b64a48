using EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>A customer, the customer's messages, and what is ahead, as the console shows them on a platform.</summary>
public abstract class CustomerViewTests(ConsoleEnvironment console)
{
    private const string Id = "user-001";

    [BrowserFact]
    public async Task A_customer_is_found_changed_and_then_in_another_segment()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        await opened.ShowAsync("customers");
        await page.GetByLabel("Search").FillAsync("customer-001@");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = Id, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "premium not in" })).ToBeVisibleAsync();
        await Expect(page.GetByText("tier is premium; it is standard")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "attributes" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change tier" }).ClickAsync();
        await page.GetByLabel("Value", new() { Exact = true }).FillAsync("premium");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "premium" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "segments" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "premium in" })).ToBeVisibleAsync();
        Assert.Empty(opened.Problems);
    }

    [BrowserFact]
    public async Task What_is_foretold_of_a_customer_comes_and_is_in_the_outbox()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        var coming = (await console.Cloud.GetAsync("calendar?days=1")).EnumerateArray()
            .Where(entry => entry.GetProperty("origin").GetProperty("kind").GetString() == "reminder")
            .Sum(entry => entry.GetProperty("messages").GetInt32());
        await opened.ShowAsync("journeys");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "reminder appointment, 2 hours before" }).First).ToBeVisibleAsync();

        await console.Cloud.AdvanceAsync("P1D");

        await opened.ShowAsync("outbox?kind=reminder");
        await page.GetByRole(AriaRole.Link, new() { Name = "Your appointment" }).First.ClickAsync();
        await Expect(page.FrameLocator("iframe.mail").GetByText("We are expecting you").First).ToBeVisibleAsync();
        var sent = (await console.Cloud.GetAsync("outbox?kind=reminder&limit=200")).GetProperty("messages").GetArrayLength();
        Assert.InRange(sent, coming, int.MaxValue);
        Assert.Empty(opened.Problems);
    }

    [BrowserFact]
    public async Task A_journey_is_drawn_and_simulated()
    {
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        await opened.ShowAsync("journeys/journeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "welcome" }).First.ClickAsync();
        await Expect(page.Locator("svg").GetByText("wait 3 days")).ToBeVisibleAsync();

        await opened.ShowAsync("journeys/simulate");
        await page.GetByLabel("Events").FillAsync("newsletter_signup");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();
        await Expect(page.GetByText("welcome: message tips")).ToBeVisibleAsync();
        await page.GetByLabel("Events").FillAsync("newsletter_sinup");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("newsletter_signup");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}

public sealed class PinpointCustomerViewTests(PinpointConsole console) : CustomerViewTests(console), IClassFixture<PinpointConsole>;

public sealed class SesCustomerViewTests(SesConsole console) : CustomerViewTests(console), IClassFixture<SesConsole>;
