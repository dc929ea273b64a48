using Engagement.Infra.Configuration;
using Engagement.Local.Plans;
using Engagement.Local.Plans.Comparison;

namespace Engagement.Local.Commands;

/// <summary>Writes the plans of all environments, or says how they differ from what is accepted.</summary>
internal static class PlanCommand
{
    /// <summary>What a reviewed difference is accepted with.</summary>
    public const string AcceptCommand = "dotnet run --project local -- plan";

    /// <summary>
    /// Writes <c>plans/&lt;stack&gt;.yaml</c> for each environment and the page of the journeys' charts. It removes plans of environments
    /// that are no more.
    /// </summary>
    public static Task<int> WriteAsync(PlanFiles files, CommandConsole console, CancellationToken cancellationToken) =>
        TellingAsync(console, async () =>
    {
        foreach (var stack in files.Stacks)
        {
            var (before, after) = (await files.AcceptedAsync(stack, cancellationToken), await files.MakeAsync(stack, cancellationToken));
            if (before != after)
            {
                await files.WriteAsync(stack, after, cancellationToken);
            }

            await console.Output.WriteLineAsync(
                $"{PlanFiles.Name(stack)}: {(before == after ? "unchanged" : before.Length == 0 ? "new" : "written")}");
        }

        foreach (var stack in files.Left)
        {
            File.Delete(files.File(stack));
            await console.Output.WriteLineAsync($"{PlanFiles.Name(stack)}: removed, there is no Pulumi.{stack}.yaml");
        }

        await WriteChartsAsync(files.Charts, console, cancellationToken);
        return 0;
    });

    /// <summary>Prints how the accepted plans differ from what the code declares, and fails when they do.</summary>
    public static Task<int> CheckAsync(PlanFiles files, CommandConsole console, CancellationToken cancellationToken) =>
        TellingAsync(console, async () =>
    {
        var differences = await DifferencesAsync(files, cancellationToken);
        if (differences.Count == 0)
        {
            await console.Output.WriteLineAsync(
                $"The plans are what the code declares: {string.Join(", ", files.Stacks.Select(PlanFiles.Name))}.");
            return 0;
        }

        foreach (var line in differences)
        {
            await console.Output.WriteLineAsync(console.Colours ? UnifiedDiff.Coloured(line) : line);
        }

        await console.Error.WriteLineAsync(
            "\nThe code declares something else than the accepted plans. If the difference is what you want, accept it, and commit it "
                + $"with its cause:\n\n  {AcceptCommand}\n");
        return CommandFailure.ExitCode;
    });

    /// <summary>Prints what a deployment of one set of plans does to environments that are as another says, as Markdown.</summary>
    public static Task<int> SummarizeAsync(
        string before,
        string after,
        string repository,
        CommandConsole console,
        CancellationToken cancellationToken) => TellingAsync(console, async () =>
    {
        await console.Output.WriteAsync(PlanSummary.Write(
            await PlanSource.ReadAsync(
                before, repository, cancellationToken), await PlanSource.ReadAsync(after, repository, cancellationToken)));
        return 0;
    });

    /// <summary>The unified diff from the accepted plans and charts to what the code declares; empty where they are the same.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(PlanFiles files, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var stack in files.Stacks)
        {
            lines.AddRange(
                UnifiedDiff.Between(
                    PlanFiles.Name(stack),
                    await files.AcceptedAsync(stack, cancellationToken),
                    await files.MakeAsync(stack, cancellationToken)));
        }

        foreach (var stack in files.Left)
        {
            lines.AddRange(UnifiedDiff.Between(PlanFiles.Name(stack), await files.AcceptedAsync(stack, cancellationToken), ""));
        }

        var charts = await files.Charts.AcceptedAsync(cancellationToken);
        lines.AddRange(UnifiedDiff.Between(JourneyChartsPage.Name, charts, files.Charts.Make()));
        return lines;
    }

    /// <summary>The repository's plans.</summary>
    public static PlanFiles OfRepository() => new(RepositoryRoot.Path);

    private static async Task WriteChartsAsync(JourneyChartsPage charts, CommandConsole console, CancellationToken cancellationToken)
    {
        var (before, after) = (await charts.AcceptedAsync(cancellationToken), charts.Make());
        if (before != after)
        {
            await charts.WriteAsync(after, cancellationToken);
            var what = after.Length == 0 ? "removed, there is no journey" : "written";
            await console.Output.WriteLineAsync($"{JourneyChartsPage.Name}: {what}");
        }
    }

    private static async Task<int> TellingAsync(CommandConsole console, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (CommandFailure.MessageOf(e) is { } message)
        {
            await console.Error.WriteLineAsync(message);
            return CommandFailure.ExitCode;
        }
    }
}
