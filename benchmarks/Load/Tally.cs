using System.Collections.Concurrent;
using System.Globalization;

namespace Benchmarks.Load;

/// <summary>Answers so far, by what they were.</summary>
internal sealed class Tally
{
    private const string Stored = "200";

    private readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);

    public int Fired => answers.Values.Sum();

    /// <summary>How many were answered 200, which is a promise to record them.</summary>
    public int Promised => answers.GetValueOrDefault(Stored);

    /// <param name="answer">A status, or the kind of failure.</param>
    public void Add(string answer) => answers.AddOrUpdate(answer, 1, static (_, count) => count + 1);

    public override string ToString() => string.Join(", ", answers
        .OrderBy(answer => answer.Key, StringComparer.Ordinal)
        .Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Value:N0} × {answer.Key}")));
}
