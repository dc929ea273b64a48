namespace Engagement.CompanyEvents;

/// <summary>
/// Collects what is wrong with a company event. Answers and log lines repeat a few names that the sender chose, so that the sender finds a
/// misspelt one. They never repeat what cannot be a name.
/// </summary>
internal sealed class CompanyEventProblems
{
    private const int MostNames = 10;
    private const int MostCharacters = 200;

    private readonly List<CompanyEventProblem> problems = [];
    private int names;
    private int characters;

    /// <summary>All of them.</summary>
    public IReadOnlyList<CompanyEventProblem> All => problems;

    public int Count => problems.Count;

    public void Add(CompanyEventProblem problem) => problems.Add(problem);

    /// <summary>Whether a name that the sender chose may be repeated; counts it when it may.</summary>
    public bool MayShow(string name)
    {
        if (DefinitionNameRule.Objection(name) is not null || names == MostNames || characters + name.Length > MostCharacters)
        {
            return false;
        }

        names++;
        characters += name.Length;
        return true;
    }

    /// <summary>
    /// Adds names that are none of those known: each that may be shown with a message of its own, the others by their number.
    /// </summary>
    /// <param name="key">What has the names; empty for the event as a whole.</param>
    /// <param name="unknown">The names.</param>
    /// <param name="message">What is wrong with one.</param>
    public void AddUnknown(string key, IEnumerable<string> unknown, Func<string, string> message)
    {
        var others = 0;
        foreach (var name in unknown)
        {
            if (MayShow(name))
            {
                Add(new(key.Length == 0 ? name : $"{key}.{name}", message(name)));
            }
            else
            {
                others++;
            }
        }

        if (others > 0)
        {
            Add(new(key, $"has {others} other unknown {(others == 1 ? "name" : "names")}"));
        }
    }
}
