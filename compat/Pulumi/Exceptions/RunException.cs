using System;
using System.Collections.Generic;

namespace Pulumi;

/// <summary>A deployment failed for a reason that its message tells whole; no stack trace is shown.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type: an [Output] property must be an Output<T>.");
}
