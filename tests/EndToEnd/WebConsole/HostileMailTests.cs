using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace EndToEnd.Tests.WebConsole;

/// <summary>A mail that wants to do more than be read.</summary>
public sealed class HostileMailTests(SesConsole console) : IClassFixture<SesConsole>
{
    private const string Html = """
        <h1>Read me</h1>
        <script>parent.document.title = 'taken'; fetch('/_local/faults', { method: 'DELETE' });</script>
        <img src="https://elsewhere.example/pixel.png" onerror="parent.document.title = 'taken'">
        <link rel="stylesheet" href="https://elsewhere.example/style.css">
        <form action="/_local/deploy" method="post"><button>Press me</button></form>
        <iframe src="https://elsewhere.example/"></iframe>
        """;

    [BrowserFact]
    public async Task Its_scripts_forms_and_remote_images_do_nothing()
    {
        await SendAsync("<b>Hostile</b>", Html);
        await using var opened = await console.OpenAsync(Screen.Desktop);
        var page = opened.Page;
        List<IRequest> requests = [];
        page.Request += (_, request) => requests.Add(request);

        await opened.ShowAsync("outbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "<b>Hostile</b>" }).ClickAsync();
        var mail = page.FrameLocator("iframe.mail");
        await Assertions.Expect(mail.GetByText("Read me")).ToBeVisibleAsync();
        await mail.GetByRole(AriaRole.Button, new() { Name = "Press me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "<b>Hostile</b>" })).ToBeVisibleAsync();

        Assert.Contains("Hostile", await page.TitleAsync(), StringComparison.Ordinal);
        // What the policy stops shows as a request that was never sent.
        Assert.All(
            requests.Where(request => request.Url.Contains("elsewhere", StringComparison.Ordinal)),
            request => Assert.Equal("csp", request.Failure));
        Assert.All(requests, request => Assert.Equal("GET", request.Method));
    }

    private async Task SendAsync(string subject, string html)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            FromEmailAddress = "hello@example.com",
            Destination = new { ToAddresses = new[] { "ada@example.net" } },
            Content = new { Simple = new { Subject = new { Data = subject }, Body = new { Html = new { Data = html } } } },
        });
        var answer = await console.Cloud.Cloud.Endpoint.SendAsync(
            "ses",
            new()
            {
                Method = "POST",
                Path = "/v2/email/outbound-emails",
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
                Body = body,
                Caller = console.Cloud.Cloud.CallerOf("AKIATEST"),
            },
            CancellationToken.None);
        Assert.True(answer.StatusCode == 200, Encoding.UTF8.GetString(answer.Body.Span));
    }
}
