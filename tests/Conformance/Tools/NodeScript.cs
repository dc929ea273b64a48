using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Conformance.Tests.Tools;

/// <summary>A script of this project that runs on Node.js beside the pinned packages, and answers each line of JSON with one.</summary>
internal sealed class NodeScript : IDisposable
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private NodeScript(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a script.</summary>
    /// <param name="script">Its path beside this assembly.</param>
    /// <param name="environment">Variables that it gets; an AWS configuration of this machine stays out.</param>
    public static async Task<NodeScript> StartAsync(string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(
            Executable.Find("node", "Node.js 20 or newer"),
            [Path.Combine(AppContext.BaseDirectory, script), await NodePackages.FolderAsync()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Asks the script something, one question at a time.</summary>
    /// <exception cref="InvalidOperationException">It ended instead of answering; the message holds what it wrote to standard
    /// error.</exception>
    public async Task<JsonElement> AskAsync(object question)
    {
        using var limit = new CancellationTokenSource(TimeOut);
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question).AsMemory(), limit.Token);
        await process.StandardInput.FlushAsync(limit.Token);
        var answer = await process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException($"'{process.StartInfo.ArgumentList[0]}' ended instead of answering: {errors}");
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
