using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.Firehose.Streams;

/// <summary>
/// How the keys of a stream's objects begin. <c>!{timestamp:FORMAT}</c> in it is the arrival of the oldest record, in UTC, in the letters
/// of Java's formats that .NET reads alike: <c>yyyy MM dd HH mm ss</c>.
/// </summary>
internal sealed partial class ObjectPrefix
{
    private const string Default = "!{timestamp:yyyy/MM/dd/HH/}";

    private readonly string text;

    /// <param name="prefix">As it is set; null or empty for the default.</param>
    /// <exception cref="FormatException">It holds an expression that this cloud does not evaluate.</exception>
    public ObjectPrefix(string? prefix)
    {
        // What names no time has the default's after it.
        text = string.IsNullOrEmpty(prefix) ? Default
            : prefix.Contains("!{timestamp:", StringComparison.Ordinal) ? prefix
            : prefix + Default;
        if (Expression().Matches(text).FirstOrDefault(found => !Time().IsMatch(found.Value)) is { } other)
        {
            throw new FormatException(
                $"holds {other.Value}, but this local cloud evaluates !{{timestamp:…}} of yyyy, MM, dd, HH, mm and ss alone");
        }
    }

    /// <summary>The prefix of an object whose oldest record arrived then.</summary>
    public string At(DateTimeOffset oldest) =>
        Expression().Replace(text, found => Formatted(oldest, Time().Match(found.Value).Groups["format"].Value));

    // As a custom format even where it has one letter alone, and with slashes as they stand.
    private static string Formatted(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString($"{format}''", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"!\{[^}]*\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^!\{timestamp:(?<format>(yyyy|MM|dd|HH|mm|ss|[/_.=-])+)\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
