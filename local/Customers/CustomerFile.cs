using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;

namespace Engagement.Local.Customers;

/// <summary>
/// A CSV file of customers in the format that Pinpoint imports: a header of paths (see <see cref="CustomerColumn"/>), and an endpoint a
/// line. Empty cells say nothing.
/// Beyond that format, attributes may be dates from now on (see <see cref="RelativeDate"/>).
/// </summary>
internal static class CustomerFile
{
    // What a reader can take in at once.
    private const int MostProblems = 20;

    // "Endpoints" in the Pinpoint service model: Id.
    private const int LongestId = 100;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        DetectColumnCountChanges = false
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="now">What relative dates count from.</param>
    /// <returns>The endpoints, as UpdateEndpointsBatch takes them.</returns>
    /// <exception cref="FormatException">Something in it is wrong; up to 20 mistakes are named, each with file, line and
    /// column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<JsonObject> Read(string path, DateTimeOffset now)
    {
        var file = Path.GetFileName(path);
        using var reader = new StringReader(Text(path, file));
        using var csv = new CsvParser(reader, Format);
        var columns = Header(csv, file);
        var endpoints = new List<JsonObject>();
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        while (problems.Count < MostProblems && csv.Read())
        {
            var line = csv.RawRow;
            var (endpoint, mistakes) = Endpoint(csv.Record!, columns, now);
            if (mistakes.Count == 0 && !ids.TryAdd((string)endpoint[CustomerColumn.Id]!, line))
            {
                mistakes.Add(
                    $"{CustomerColumn.Id}: '{endpoint[CustomerColumn.Id]}' is that of line "
                        + $"{ids[(string)endpoint[CustomerColumn.Id]!]}, too");
            }

            problems.AddRange(mistakes.Select(problem => $"{file}:{line}: {problem}"));
            endpoints.Add(endpoint);
        }

        return problems.Count == 0 ? endpoints : throw new FormatException(string.Join(Environment.NewLine, problems));
    }

    private static string Text(string path, string file)
    {
        try
        {
            return Utf8Text.Decode(File.ReadAllBytes(path));
        }
        catch (NotUtf8Exception e)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}:{e.Column}: {e.Message}"), e);
        }
    }

    private static CustomerColumn[] Header(CsvParser csv, string file)
    {
        if (!csv.Read())
        {
            throw new FormatException(
                $"{file}:1: The file is empty; it begins with a header such as Id,ChannelType,Address,User.UserAttributes.tier.");
        }

        CustomerColumn[] columns = [.. csv.Record!.Select(name => new CustomerColumn(name.Trim()))];
        string[] problems =
        [
            .. columns.Where(column => !column.IsKnown).Select(column =>
                $"{file}:1: {column.Name}: endpoints have no such member; attributes of the user are User.UserAttributes.NAME"),
            .. columns.CountBy(column => column.Name)
                .Where(column => column.Value > 1)
                .Select(column => $"{file}:1: {column.Key}: the column is there {column.Value} times"),
            .. new[] { CustomerColumn.Id, CustomerColumn.ChannelType }.Except(columns.Select(column => column.Name)).Select(name =>
                $"{file}:1: {name}: the column is missing"),
        ];
        return problems.Length == 0 ? columns : throw new FormatException(string.Join(Environment.NewLine, problems));
    }

    private static (JsonObject Endpoint, List<string> Mistakes) Endpoint(string[] cells, CustomerColumn[] columns, DateTimeOffset now)
    {
        var endpoint = new JsonObject();
        var mistakes = new List<string>();
        if (cells.Length != columns.Length)
        {
            return (
                endpoint,
                [$"The line has {cells.Length} cells, and the header {columns.Length}; text with commas or quotes stands in quotes"]);
        }

        foreach (var (column, text) in columns.Zip(cells).Where(cell => cell.Second.Length > 0))
        {
            try
            {
                column.Set(endpoint, text, now);
            }
            catch (FormatException e)
            {
                mistakes.Add($"{column.Name}: {e.Message}");
            }
        }

        if (!endpoint.ContainsKey(CustomerColumn.Id) || ((string)endpoint[CustomerColumn.Id]!).Length > LongestId)
        {
            mistakes.Add($"{CustomerColumn.Id}: it is missing, or longer than {LongestId} characters");
        }

        return (endpoint, mistakes);
    }
}
