using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Engagement.Cli.Commands;

namespace Engagement.Cli.Stacks;

/// <summary>Reads what a stack tells of itself: its outputs, a JSON object.</summary>
internal static class StackOutputs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="CommandException">The stack does not tell.</exception>
    public static async Task<JsonElement> ReadAsync(StackPlace place, CancellationToken cancellation)
    {
        var text = place.LocalUrl is { } url ? await FromLocalAsync(url, cancellation) : await FromPulumiAsync(place.Stack!, cancellation);
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new CommandException($"{place.Name} answered with outputs that are no JSON.", exception);
        }
    }

    private static async Task<string> FromLocalAsync(Uri url, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            return await http.GetStringAsync(new Uri(url, "/_local/outputs"), cancellation);
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new CommandException(
                $"No local cloud answers at {url.GetLeftPart(UriPartial.Authority)}: start it with "
                    + "'dotnet run --project local -- --stack ses', or name its address with --local URL.",
                exception);
        }
    }

    // With the secrets hidden: no command needs one.
    private static async Task<string> FromPulumiAsync(string stack, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("pulumi", ["stack", "output", "--json", "--stack", stack])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var pulumi = Process.Start(start)!;
            var (output, error) = (pulumi.StandardOutput.ReadToEndAsync(cancellation), pulumi.StandardError.ReadToEndAsync(cancellation));
            await pulumi.WaitForExitAsync(cancellation);
            return pulumi.ExitCode == 0
                ? await output
                : throw new CommandException($"'pulumi stack output --stack {stack}' failed: {(await error).Trim()}");
        }
        catch (Win32Exception exception)
        {
            throw new CommandException("The command 'pulumi' is not there: it tells what the stack's tables are called.", exception);
        }
    }
}
