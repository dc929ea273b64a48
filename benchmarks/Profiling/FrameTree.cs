namespace Benchmarks.Profiling;

/// <summary>How often a method was found running, by itself and in what it called.</summary>
/// <param name="name">The method; null at the root.</param>
internal sealed class FrameTree(string? name = null)
{
    private readonly Dictionary<string, FrameTree> callees = new(StringComparer.Ordinal);

    public string? Name => name;

    public int Samples { get; private set; }

    /// <summary>What it called, the most frequent first.</summary>
    public IEnumerable<FrameTree> Callees => callees.Values.OrderByDescending(callee => callee.Samples);

    /// <summary>Samples by the method that ran itself.</summary>
    public IEnumerable<KeyValuePair<string, int>> Running() => callees.Values
        .SelectMany(callee => callee.Running().Append(new(callee.Name!, callee.Samples - callee.callees.Values.Sum(each => each.Samples))))
        .GroupBy(each => each.Key, each => each.Value)
        .Select(each => KeyValuePair.Create(each.Key, each.Sum()));

    /// <param name="stack">Methods, the outermost first.</param>
    public void Add(params ReadOnlySpan<string> stack)
    {
        Samples++;
        if (!stack.IsEmpty)
        {
            if (!callees.TryGetValue(stack[0], out var callee))
            {
                callees.Add(stack[0], callee = new(stack[0]));
            }

            callee.Add(stack[1..]);
        }
    }
}
