namespace Engagement.CustomerFiles;

/// <summary>
/// A file of customers: JSON lines or CSV, gzip or not. What it is its beginning says, and not its name: Pinpoint's export jobs write gzip,
/// and its console leaves the format open.
/// </summary>
public sealed class CustomerFile : IDisposable
{
    private readonly LineFile lines;

    private CustomerFile(LineFile lines) => this.lines = lines;

    /// <summary>The file: its name, its length, and when it was written.</summary>
    public FileInfo Info => lines.Info;

    /// <summary>How many of its bytes are read.</summary>
    public long BytesRead => lines.BytesRead;

    /// <summary>Opens a file.</summary>
    /// <exception cref="CustomerFileException">It cannot be opened.</exception>
    public static CustomerFile Open(string path) => new(LineFile.Open(path));

    /// <summary>Reads its rows, once.</summary>
    /// <param name="rules">What holds of all rows.</param>
    /// <param name="after">The line to begin behind; 0 for the beginning.</param>
    /// <exception cref="CustomerFileException">It has a header that is none, or it ends in the midst of its compressed data.</exception>
    public IEnumerable<ImportRow> Read(RowRules rules, long after)
    {
        IRowFormat? format = null;
        foreach (var (line, text, isCut) in lines.Read())
        {
            var isHeader = false;
            if (format is null)
            {
                isHeader = !text.AsSpan().TrimStart().StartsWith("{");
                format = isHeader ? CsvRows.Create(Info.Name, text, rules) : new JsonRows(rules);
            }

            if (line > after)
            {
                yield return isHeader ? new ImportRow.Nothing(line)
                    : isCut ? new ImportRow.Wrong(line, ["is longer than an endpoint can be"])
                    : format.Read(line, text);
            }
        }

        if (format is null)
        {
            throw new CustomerFileException($"{Info.Name}: is empty.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();
}
