using System.Text.RegularExpressions;

namespace Benchmarks.Profiling;

/// <summary>A method's name as people read it.</summary>
internal static partial class MethodName
{
    /// <summary>
    /// The type and the method alone, such as <c>PixelRules.Decide</c>. The steps of an asynchronous method bear the method's name. Empty
    /// for what the runtime puts between them.
    /// </summary>
    public static string Shorten(string full)
    {
        var name = Step().Replace(Generic().Replace(full.Split('(')[0], ""), "$1.$2");
        if (Between().IsMatch(name))
        {
            return "";
        }

        var parts = name.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? name : string.Join('.', parts[^2..]);
    }

    [GeneratedRegex(@"`\d+|\[.*?\]")]
    private static partial Regex Generic();

    // Namespace.Type+<MethodAsync>d__3.MoveNext, and the same of a lambda.
    [GeneratedRegex(@"([^.+]+)\+<([^>]*)>[^.]*\.MoveNext$")]
    private static partial Regex Step();

    [GeneratedRegex(@"AsyncTaskMethodBuilder|AsyncMethodBuilderCore|ExecutionContext\.|UNMANAGED_CODE_TIME|CPU_TIME|<>c"
        + @"|Tasks\.Task\.|AwaitTaskContinuation|PollGC")]
    private static partial Regex Between();
}
