using System.Net;
using System.Text.Json;
using Engagement.Definitions;
using Engagement.Infra;
using Engagement.Infra.Configuration;
using Engagement.Local.Definitions;
using Local.Tests.Http;

namespace Local.Tests.Control;

/// <summary>Looking at definitions, checking and saving them; with a copy of the repository's.</summary>
public sealed class DefinitionsTests : IAsyncLifetime
{
    private const string Announcements = "announcements.yaml";

    private readonly DefinitionCopy copy = DefinitionFiles.Read(Path.Combine(RepositoryRoot.Path, "definitions")).Copy();
    private ServedCloud served = null!;

    private string Edited => Path.Combine(copy.Folder, Announcements);

    public async Task InitializeAsync()
    {
        served = await ServedCloud.StartAsync();
        served.Cloud.Definitions = DeployedFiles.Read(
            new StackDefinitions(copy.Folder, PlatformLimits.None, DefinitionSet.Load(copy.Folder, PlatformLimits.None)));
    }

    public async Task DisposeAsync()
    {
        await served.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task Files_are_listed_with_what_is_not_deployed()
    {
        await File.AppendAllTextAsync(Edited, "# A note.\n");
        File.Delete(Path.Combine(copy.Folder, "journeys.examples.yaml"));
        Directory.CreateDirectory(Path.Combine(copy.Folder, "templates", "other"));
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, "templates", "other", "subject.txt"), "Hello");

        var files = (await GetAsync("")).GetProperty("files").EnumerateArray()
            .ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("state").GetString());

        Assert.Equal("changed", files[Announcements]);
        Assert.Equal("removed", files["journeys.examples.yaml"]);
        Assert.Equal("new", files["templates/other/subject.txt"]);
        Assert.Equal("deployed", files["events.yaml"]);
        Assert.DoesNotContain(files.Keys, path => path.StartsWith("schemas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_is_told_with_file_line_and_key_and_not_saved()
    {
        var before = await File.ReadAllTextAsync(Edited);
        var wrong = before.Replace("        segment: standard\n", "        segment: standart\n", StringComparison.Ordinal);

        var error = (await SendAsync("POST", "/check", Announcements, wrong, before)).Body.GetProperty("errors")[0];
        var saved = await SendAsync("PUT", "", Announcements, wrong, before);

        Assert.Equal(Announcements, error.GetProperty("file").GetString());
        Assert.Equal(
            1 + before[..before.IndexOf("segment: standard", StringComparison.Ordinal)].Count(character => character == '\n'),
            error.GetProperty("line").GetInt32());
        Assert.Equal("announcements.feature_release.campaigns[1].segment", error.GetProperty("keyPath").GetString());
        Assert.Contains("did you mean 'standard'", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, saved.Status);
        Assert.Equal(before, await File.ReadAllTextAsync(Edited));
    }

    [Fact]
    public async Task A_change_is_saved_to_the_folder_and_deployed_only_later()
    {
        var before = await File.ReadAllTextAsync(Edited);
        var next = before.Replace("after: P2D", "after: P3D", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("PUT", "", Announcements, next, before)).Status);

        Assert.Equal(next, await File.ReadAllTextAsync(Edited));
        var file = await GetAsync($"/files/{Announcements}");
        Assert.Equal((next, before), (file.GetProperty("saved").GetString(), file.GetProperty("deployed").GetString()));
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_overwritten()
    {
        var before = await File.ReadAllTextAsync(Edited);
        await File.AppendAllTextAsync(Edited, "# Of another editor.\n");

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("PUT", "", Announcements, $"{before}# Mine.\n", before)).Status);

        Assert.EndsWith("# Of another editor.\n", await File.ReadAllTextAsync(Edited), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../announcements.yaml")]
    [InlineData("/etc/announcements.yaml")]
    [InlineData("templates/../../a/subject.txt")]
    [InlineData("templates/welcome/../subject.txt")]
    [InlineData("announcements.yaml\n")]
    [InlineData("announcements.sh")]
    [InlineData("schemas/events.schema.json")]
    [InlineData("")]
    public async Task Nothing_but_definitions_is_written(string path)
    {
        var answer = await SendAsync("PUT", "", path, "text", before: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Several_files_are_saved_together_or_not_at_all()
    {
        var template = Path.Combine(copy.Folder, "templates", "news");
        object[] files =
        [
            new { path = "templates/news/subject.txt", text = "News" },
            new { path = "templates/news/email.txt", text = "News\n" },
            new { path = "templates/news/email.html", text = "<p>News</p>\n" },
        ];

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("PUT", "", new { files = files[..2] })).Status);
        Assert.False(Directory.Exists(template));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("PUT", "", new { files })).Status);
        Assert.Equal(3, Directory.GetFiles(template).Length);
    }

    [Fact]
    public async Task Schemas_are_those_of_the_code()
    {
        Assert.Equal("Announcements", (await GetAsync("/schemas/announcements")).GetProperty("title").GetString());
        using var answer = await served.SendAsync("GET", "/_local/definitions/schemas/..%2Fevents");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string method, string resource, string path, string text, string? before) =>
        SendAsync(method, resource, new { files = new[] { new { path, text, before } } });

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string method, string resource, object body)
    {
        using var answer = await served.SendAsync(
            method, $"/_local/definitions{resource}", JsonSerializer.Serialize(body), ("Content-Type", "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private async Task<JsonElement> GetAsync(string resource)
    {
        using var answer = await served.SendAsync("GET", $"/_local/definitions{resource}");
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }
}
