using Microsoft.Playwright;

namespace EndToEnd.Tests.Browser;

/// <summary>
/// What Google Tag Manager's Custom Image tag does, in a real browser: it reports success on <c>onload</c> and failure on <c>onerror</c>.
/// </summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class ImageTagTests(DevEnvironment environment) : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    [BrowserFact]
    public async Task A_stored_request_fires_onload_and_is_recorded()
    {
        var endpointId = $"browser-{Guid.NewGuid():n}";
        var fired = await LoadImageAsync(
            $"{environment.PixelUrl}?event=purchase_success&endpoint_id={endpointId}&evat_currency=%E2%82%AC&gtmcb=1");
        Assert.Equal("onload 1x1", fired);

        await environment.AdvanceAsync("PT5S");
        var recorded = Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.Equal("€", recorded.GetProperty("attributes").GetProperty("currency").GetString());
    }

    [BrowserFact]
    public async Task A_request_without_endpoint_fires_onerror() =>
        Assert.Equal("onerror", await LoadImageAsync($"{environment.PixelUrl}?event=purchase_success"));

    private async Task<string> LoadImageAsync(string url)
    {
        var page = await (browser ?? throw new InvalidOperationException("There is no Chromium on this machine's PATH.")).NewPageAsync();
        return await page.EvaluateAsync<string>(
            """
            url => new Promise(done => {
              const image = new Image(1, 1);
              image.onload = () => done(`onload ${image.naturalWidth}x${image.naturalHeight}`);
              image.onerror = () => done('onerror');
              image.src = url;
            })
            """,
            url);
    }
}
