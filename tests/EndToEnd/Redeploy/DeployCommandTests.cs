using Engagement.Local.Commands;

namespace EndToEnd.Tests.Redeploy;

/// <summary><c>dotnet run --project local -- deploy</c>.</summary>
public sealed class DeployCommandTests
{
    [Fact]
    public async Task It_lists_what_was_done_and_fails_with_the_mistake_where_there_is_one()
    {
        await using var environment = await EditableEnvironment.StartAsync();
        environment.Edit("templates/feature-release-standard/subject.txt", "New in version", "Now in version");

        var (code, output, error) = await RunAsync(environment.Dev.Http.BaseAddress!);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(
            "~ audience-template-feature-release-standard (aws:pinpoint/emailTemplate:EmailTemplate): emailTemplates",
            output,
            StringComparison.Ordinal);
        Assert.Contains("0 created, 1 updated, 0 replaced, 0 deleted, ", output, StringComparison.Ordinal);

        environment.Edit("events.yaml", "identity: anonymous", "identity: nobody");
        (code, output, error) = await RunAsync(environment.Dev.Http.BaseAddress!);
        Assert.Equal(1, code);
        Assert.Contains("events.yaml", error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", error.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_there_is_nothing_to_deploy_into()
    {
        // Nobody listens on the discard port.
        var (code, _, error) = await RunAsync(new("http://127.0.0.1:9"));

        Assert.Equal(1, code);
        Assert.Contains("start the environment with 'dotnet run --project local'", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Uri address)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        return (await DeployCommand.RunAsync(address, output, error, CancellationToken.None), output.ToString(), error.ToString());
    }
}
