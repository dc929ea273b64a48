using System.Globalization;
using System.IO.Compression;
using Engagement.Cli.Commands;
using Engagement.Cli.Scanning;

namespace Engagement.Cli.Customers.Export;

/// <summary>Writes all customers as JSON lines, an endpoint a line.</summary>
/// <param name="scan">Goes through them.</param>
/// <param name="console">Where it tells how much it wrote; not among the lines.</param>
internal sealed class ExportRun(CustomerScan scan, OperatorConsole console)
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <param name="path">A file, gzip where its name ends in <c>.gz</c>; null for the console.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<int> RunAsync(string? path, CancellationToken cancellation)
    {
        await using var output = path is null ? null : Open(path);
        var (lines, without) = (0L, 0L);
        await scan.RunAsync(
            async page =>
            {
                foreach (var customer in page)
                {
                    without += customer.Endpoints.Count == 0 && customer.UserAttributes.Any(each => each.Value.Count > 0) ? 1 : 0;
                    foreach (var member in customer.Members)
                    {
                        await WriteAsync(output, EndpointLine.Write(member), cancellation);
                        lines++;
                    }
                }
            },
            cancellation);
        await console.Error.WriteLineAsync(
            $"{Number(lines)} endpoints written{(without == 0 ? "" : $"; {Number(without)} users without endpoints are left out")}.");
        return ExitCode.Done;
    }

    // Nobody else of the machine may read it: it holds addresses.
    private static Stream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : file;
    }

    private async Task WriteAsync(Stream? output, ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        if (output is null)
        {
            await console.Output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(line.Span));
            return;
        }

        await output.WriteAsync(line, cancellation);
        await output.WriteAsync(LineEnd, cancellation);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
