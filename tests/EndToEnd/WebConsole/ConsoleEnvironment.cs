using EndToEnd.Tests.Browser;
using Engagement.Local.Customers;
using Engagement.Local.Platforms;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>An environment with its sample customers, and a browser that looks at its console.</summary>
public abstract class ConsoleEnvironment(string stack, params (string Key, string Value)[] settings) : IAsyncLifetime
{
    // A function's first run starts a process, and a busy machine takes its time.
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The environment; its clock stands still.</summary>
    public DevEnvironment Cloud { get; } = new(DevEnvironment.Beginning, settings) { Stack = stack };

    /// <summary>Name of the stack.</summary>
    public string Stack => stack;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            await Cloud.InitializeAsync();
            var samples = LoadedFile.Read(CustomerSource.File(named: null)!, await Cloud.NowAsync());
            await RunningPlatform.From(Cloud.Cloud).LoadAsync(samples, _ => { }, CancellationToken.None);
            playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments });
        }
    }

    public virtual async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        await Cloud.DisposeAsync();
    }

    /// <summary>Opens a page of the console in a fresh profile.</summary>
    /// <param name="screen">Size and colours.</param>
    public async Task<ConsolePage> OpenAsync(Screen screen)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        return new(await context.NewPageAsync(), Cloud.Http.BaseAddress!);
    }
}

/// <summary>The stack on Pinpoint.</summary>
public sealed class PinpointConsole() : ConsoleEnvironment("dev");

/// <summary>The stack on SES.</summary>
public sealed class SesConsole() : ConsoleEnvironment("ses");
