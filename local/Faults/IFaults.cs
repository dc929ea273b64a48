namespace Engagement.Local.Faults;

/// <summary>What of the faults asked for concerns those who run functions.</summary>
internal interface IFaults
{
    /// <summary>Ends a function's processes at once, whatever they are doing. The name is the function's physical name.</summary>
    Action<string> KillFunction { set; }

    /// <summary>
    /// Whether the process that now runs this function's invocation is to be killed in the midst of it; asked once an invocation.
    /// </summary>
    /// <param name="functionName">Physical name of the function.</param>
    bool ShouldKill(string functionName);
}
