using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Engagement.CustomerFiles;

/// <summary>
/// CSV as Pinpoint imports it: a header of dotted names, in which the names of attributes may stand several times, and an endpoint a line.
/// No value holds a line break: so a quote that is not closed spoils one line and not the rest of the file.
/// </summary>
internal sealed class CsvRows : IRowFormat
{
    private readonly string header;
    private readonly (string Path, EndpointMember Member)[] columns;
    private readonly RowRules rules;

    private CsvRows(string header, (string Path, EndpointMember Member)[] columns, RowRules rules) =>
        (this.header, this.columns, this.rules) = (header, columns, rules);

    /// <param name="file">The file's name, for errors.</param>
    /// <param name="header">Its first line.</param>
    /// <param name="rules">What holds of all rows.</param>
    /// <exception cref="CustomerFileException">The header is none; names every problem.</exception>
    public static CsvRows Create(string file, string header, RowRules rules)
    {
        string[] names = [.. (Cells(header) ?? []).Select(name => name.Trim())];
        string[] problems =
        [
            .. names.Where(name => rules.Member(name) is null).Select(name =>
                $"{file}:1: '{name}': endpoints have no such member. Attributes are User.UserAttributes.NAME and Attributes.NAME; "
                    + $"'--ignore \"{name}\"' leaves the column out."),
            .. names.CountBy(name => name, StringComparer.Ordinal)
                .Where(name => name.Value > 1 && rules.Member(name.Key) is { IsList: false })
                .Select(name => $"{file}:1: {name.Key}: the column is there {name.Value} times; attributes alone have several values."),
            .. names.All(name => name == EndpointMember.UserId)
                ? new[] { $"{file}:1: ids of users say nothing of customers: the file has to have other columns, such as Id or Address." }
                : [],
        ];
        return problems.Length == 0
            ? new(header, [.. names.Select(name => (name, rules.Member(name)!))], rules)
            : throw new CustomerFileException(string.Join(Environment.NewLine, problems));
    }

    /// <inheritdoc/>
    public ImportRow Read(long line, string text)
    {
        if (text.Length == 0)
        {
            return new ImportRow.Nothing(line);
        }

        return Cells(text) is not { } cells
            ? new ImportRow.Wrong(line, ["a quote is not closed or stands within a value, or a value holds a line break"])
            : cells.Length != columns.Length
                ? new ImportRow.Wrong(
                    line, [$"has {cells.Length} cells, and the header {columns.Length}; text with commas stands in quotes"])
                : Read(cells).Finish(line, rules, RowDigest.Of(header, text));
    }

    private EndpointRow Read(string[] cells)
    {
        var row = new EndpointRow();
        foreach (var ((path, member), cell) in columns.Zip(cells))
        {
            row.Add(member, path, cell);
        }

        return row;
    }

    // Null where the quotes do not fit together.
    private static string[]? Cells(string line)
    {
        var isBad = line.Count(character => character == '"') % 2 != 0;
        if (isBad)
        {
            return null;
        }

        using var parser = new CsvParser(
            new StringReader(line), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => isBad = true });
        var cells = parser.Read() ? parser.Record : [];
        return isBad ? null : cells;
    }
}
