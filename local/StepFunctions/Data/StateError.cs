namespace Engagement.Local.StepFunctions.Data;

/// <summary>An error inside an execution, by the name that Retry and Catch match.</summary>
/// <param name="error">Its name; null where a Fail state gives none.</param>
/// <param name="cause">What is wrong; null where a Fail state does not say.</param>
internal sealed class StateException(string? error, string? cause) : Exception(cause)
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>Whether a Retrier or Catcher for these names is about this error.</summary>
    public bool IsOneOf(IReadOnlyList<string> names) => names.Any(name => name == Error || name switch
    {
        // Neither of the two is caught by a wildcard, by the developer guide.
        "States.ALL" => Error is not (StateError.RuntimeName or StateError.DataLimitName),
        "States.TaskFailed" => Error is not (StateError.RuntimeName or StateError.DataLimitName or StateError.TimeoutName),
        _ => false,
    });
}

/// <summary>Step Functions' own errors. Causes hold no data of the execution, since they are logged.</summary>
internal static class StateError
{
    public const string RuntimeName = "States.Runtime";
    public const string DataLimitName = "States.DataLimitExceeded";
    public const string TimeoutName = "States.Timeout";

    public static StateException Runtime(string cause) => new(RuntimeName, cause);

    public static StateException Intrinsic(string function, string cause) => new("States.IntrinsicFailure", $"{function}: {cause}");

    public static StateException NoChoice(string state) =>
        new("States.NoChoiceMatched", $"No choice of '{state}' matches its input, and it has no Default.");

    public static StateException DataLimit(string state) =>
        new(DataLimitName, $"The state '{state}' returned a result with a size exceeding the maximum number of bytes service limit.");

    public static StateException TooDeep(string state, int limit) =>
        Runtime($"The state '{state}' makes JSON that is nested more than {limit} levels deep.");

    public static StateException Timeout(string state) => new(TimeoutName, $"The state '{state}' took longer than its TimeoutSeconds.");
}
