using System;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Tells the garbage collector the function's memory setting, so that it collects before Lambda ends the process.</summary>
internal static class MemoryLimit
{
    public static void Apply()
    {
        var off = Environment.GetEnvironmentVariable("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK");
        if (string.Equals(off, "true", StringComparison.OrdinalIgnoreCase)
            || !ulong.TryParse(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var mebibytes))
        {
            return;
        }

        var bytes = mebibytes * 1024 * 1024;
        if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
        {
            return;
        }

        try
        {
            AppContext.SetData("GCHeapHardLimit", bytes);
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException exception)
        {
            // More is in use already than the setting allows; Lambda itself will enforce it.
            Console.Error.WriteLine($"The heap limit of {mebibytes} MiB could not be set: {exception.Message}");
        }
    }
}
