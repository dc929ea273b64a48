using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Engagement.Local.Cloud;
using Engagement.Local.Control;

namespace Engagement.Local.Commands;

/// <summary>Asks the environment that runs on this machine to deploy the stack again, and tells what that did.</summary>
internal static class DeployCommand
{
    // A changed journey takes six minutes; a deployment of many steps, some more.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(Uri environment, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Longest };
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(environment, "/_local/deploy"));
        try
        {
            using var response = await http.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await error.WriteLineAsync($"{environment} is still starting: deploy again once it is up.");
                return CommandFailure.ExitCode;
            }

            if (!response.IsSuccessStatusCode)
            {
                await error.WriteLineAsync(
                    $"{environment} answered {(int)response.StatusCode}: it is no local environment that can deploy.");
                return CommandFailure.ExitCode;
            }

            await output.WriteLineAsync(
                $"Deploying again into {environment} with what is on disk now (changes to C# of infra/ and local/ need a restart):");
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            return await TellAsync(lines, output, error, cancellationToken);
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            await error.WriteLineAsync(
                $"Nothing listens on {environment}: start the environment with 'dotnet run --project local', or name its port with "
                    + "--port.");
            return CommandFailure.ExitCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            await error.WriteLineAsync($"{environment} is no local environment that can deploy, or it stopped: {e.Message}");
            return CommandFailure.ExitCode;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync($"{environment} did not begin to deploy within {Longest.TotalMinutes:0} minutes.");
            return CommandFailure.ExitCode;
        }
    }

    private static async Task<int> TellAsync(StreamReader lines, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var steps = 0;
        while (await lines.ReadLineAsync(cancellationToken) is { } text)
        {
            switch (JsonSerializer.Deserialize(text, DeployJson.Default.DeployLine))
            {
                case { Step: { } step }:
                    steps++;
                    await output.WriteLineAsync(
                        $"  {Sign(step.Kind)} {step.Name} "
                            + $"({step.Type}){(step.Changed.Count == 0 ? "" : $": {string.Join(", ", step.Changed)}")}");
                    break;
                case { Summary: { } summary }:
                    await output.WriteLineAsync(Summarised(summary));
                    return 0;
                case { Error: { } message }:
                    await error.WriteLineAsync(message);
                    await error.WriteLineAsync(
                        steps == 0 ? "Nothing was changed." : "The steps listed before are done. Deploy again to go on from there.");
                    return CommandFailure.ExitCode;
            }
        }

        await error.WriteLineAsync("The environment stopped before the deployment had ended.");
        return CommandFailure.ExitCode;
    }

    private static string Sign(StepKind kind) => kind switch
    {
        StepKind.Created => "+",
        StepKind.Updated => "~",
        StepKind.Replaced => "+-",
        _ => "-",
    };

    private static string Summarised(DeploymentSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Created} created, {summary.Updated} updated, {summary.Replaced} replaced, {summary.Deleted} deleted, "
            + $"{summary.Unchanged} unchanged.");
}
