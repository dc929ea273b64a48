using System.Runtime.CompilerServices;

namespace Engagement.Local.FunctionClock;

/// <summary>The value behind <see cref="TimeProvider.System"/>, which the runtime offers no way to set.</summary>
internal static class SystemTime
{
    /// <summary>
    /// Replaces it. Only at the very start of a process does everybody see the new one: compiled code may remember the value.
    /// </summary>
    /// <exception cref="InvalidOperationException">This runtime keeps it elsewhere.</exception>
    public static void Replace(TimeProvider time)
    {
        Demand();
        Field(null) = time;
        if (!ReferenceEquals(TimeProvider.System, time))
        {
            throw Unknown(null);
        }
    }

    /// <summary>Makes sure that it can be replaced.</summary>
    /// <exception cref="InvalidOperationException">This runtime keeps it elsewhere.</exception>
    public static void Demand()
    {
        try
        {
            _ = Field(null);
        }
        catch (MissingFieldException e)
        {
            throw Unknown(e);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<System>k__BackingField")]
    private static extern ref TimeProvider Field(TimeProvider? type);

    private static InvalidOperationException Unknown(Exception? inner) => new(
        $"The runtime {Environment.Version} does not keep TimeProvider.System where the local cloud sets the functions' time"
        + " (local/FunctionClock/SystemTime.cs, docs/decisions/functions-on-the-virtual-clock.md).",
        inner);
}
