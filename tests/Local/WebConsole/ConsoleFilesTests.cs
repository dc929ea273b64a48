using System.Net;
using System.Text.RegularExpressions;
using Local.Tests.Http;

namespace Local.Tests.WebConsole;

public sealed partial class ConsoleFilesTests
{
    private const int Most = 300_000;

    [Fact]
    public async Task The_page_and_all_that_it_loads_are_served_with_a_policy_and_weigh_less_than_300_KB()
    {
        await using var cloud = await ServedCloud.StartAsync();
        HashSet<string> loaded = [];
        long weight = 0;
        for (Queue<string> next = new(["/_local"]); next.TryDequeue(out var path);)
        {
            using var answer = await cloud.SendAsync("GET", path);
            Assert.True(answer.IsSuccessStatusCode, path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            var text = await answer.Content.ReadAsStringAsync();
            weight += text.Length;
            foreach (var found in Loads(path, text).Where(loaded.Add))
            {
                next.Enqueue(found);
            }
        }

        Assert.Contains("/_local/console/style.css", loaded);
        Assert.Contains("/_local/console/views/overview.js", loaded);
        Assert.InRange(weight, 1, Most);
    }

    [Theory]
    [InlineData("/_local/console/..%2f..%2fLocal.csproj")]
    [InlineData("/_local/console/nothing.js")]
    [InlineData("/_local/console/views")]
    [InlineData("/_local/console/")]
    public async Task What_is_no_file_of_the_console_is_not_there(string path)
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer = await cloud.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_asks_for_the_server_gets_the_console_and_a_signed_request_does_not()
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var page = await cloud.SendAsync("GET", "/");
        using var listing = await cloud.SendAsync(
            "GET", "/", null,
            ("Authorization", "AWS4-HMAC-SHA256 Credential=any/20260302/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=none"));

        Assert.Equal("/_local", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/", listing.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task No_script_sets_markup()
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer = await cloud.SendAsync("GET", "/_local/console/app.js");
        foreach (var path in Loads("/_local/console/app.js", await answer.Content.ReadAsStringAsync()))
        {
            using var script = await cloud.SendAsync("GET", path);
            if (!path.Contains("/vendor/", StringComparison.Ordinal))
            {
                Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(", await script.Content.ReadAsStringAsync());
            }
        }
    }

    private static IEnumerable<string> Loads(string path, string text) =>
        Reference().Matches(text).Select(match => new Uri(new Uri($"http://console{path}"), match.Groups["path"].Value).AbsolutePath);

    [GeneratedRegex("""(?:from|import|src=|href=)\s*['"](?<path>(?:/_local/console/|\.\.?/)[^'"]+)['"]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
