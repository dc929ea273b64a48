using Engagement.CustomerFiles;
using Engagement.Customers;

namespace Engagement.Local.Customers;

/// <summary>
/// A file of customers as <c>customers import</c> takes it, without wrong rows. Beyond that format, attributes may be dates from now on
/// (see <see cref="RelativeDate"/>).
/// </summary>
internal static class LoadedFile
{
    // What a reader can take in at once.
    private const int MostProblems = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="now">What relative dates count from, and since when a row holds that does not say so.</param>
    /// <exception cref="FormatException">Rows are wrong; up to 20 are named, each with file and line.</exception>
    /// <exception cref="CustomerFileException">The file cannot be read as a whole.</exception>
    public static IReadOnlyList<CustomerUpdate> Read(string path, DateTimeOffset now)
    {
        using var file = CustomerFile.Open(path);
        var updates = new List<CustomerUpdate>();
        var problems = new List<string>();
        foreach (var row in file.Read(new(now, Latest: now, TakesVisitors: true, Ignored: []), after: 0))
        {
            problems.AddRange(ProblemsOf(row, now, updates).Select(problem => $"{file.Info.Name}:{row.Line}: {problem}"));
            if (problems.Count >= MostProblems)
            {
                break;
            }
        }

        return problems.Count == 0 ? updates : throw new FormatException(string.Join(Environment.NewLine, problems));
    }

    private static IReadOnlyList<string> ProblemsOf(ImportRow row, DateTimeOffset now, List<CustomerUpdate> updates)
    {
        if (row is not ImportRow.Fit { Update: var update })
        {
            return row is ImportRow.Wrong wrong ? wrong.Problems : [];
        }

        try
        {
            updates.Add(update with
            {
                Attributes = Resolved(update.Attributes, now),
                UserAttributes = Resolved(update.UserAttributes, now),
            });
            return [];
        }
        catch (FormatException exception)
        {
            return [exception.Message];
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Resolved(
        IReadOnlyDictionary<string, IReadOnlyList<string>> attributes, DateTimeOffset now) => attributes.ToDictionary(
            attribute => attribute.Key,
            IReadOnlyList<string> (attribute) => [.. attribute.Value.Select(text => RelativeDate.Resolve(text, now))],
            StringComparer.Ordinal);
}
