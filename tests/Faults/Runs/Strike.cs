using System.Globalization;

namespace Faults.Tests.Runs;

/// <summary>Something that goes wrong with calls of functions for a while.</summary>
/// <param name="Minute">When it begins.</param>
/// <param name="Until">When it ends, in minutes from the round's beginning.</param>
/// <param name="Kind">What happens to a call.</param>
/// <param name="Service">The service called.</param>
/// <param name="Operation">The operation; <c>*</c> for all.</param>
/// <param name="Function">The function that calls, or of <c>lambda</c> the one that is called; <c>*-*</c> for any.</param>
/// <param name="Rate">Share of calls that are struck.</param>
/// <param name="Count">How many calls are struck at most; null for no limit.</param>
internal sealed record Strike(
    int Minute, int Until, StrikeKind Kind, string Service, string Operation, string Function, double Rate, int? Count) : Element(Minute)
{
    /// <summary>Any function: their names have a dash, and sessions of services have none.</summary>
    public const string AnyFunction = "*-*";

    // Names as the services have them, for too many calls and for an error of the service.
    private static readonly Dictionary<string, (string Throttled, string Failed)> Errors = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = ("ProvisionedThroughputExceededException", "InternalServerError"),
        ["firehose"] = ("ServiceUnavailableException", "InternalFailure"),
        ["lambda"] = ("TooManyRequestsException", "ServiceException"),
        ["pinpoint"] = ("TooManyRequestsException", "InternalServerErrorException"),
        ["secretsmanager"] = ("ThrottlingException", "InternalFailure"),
        ["ses"] = ("TooManyRequestsException", "InternalFailure"),
        ["sqs"] = ("RequestThrottled", "InternalError"),
        ["states"] = ("ThrottlingException", "InternalFailure"),
    };

    /// <summary>Whether it may strike what a function does.</summary>
    public bool Concerns(string function) => Function == AnyFunction || Function == $"{function}*";

    /// <summary>The fault as <c>/_local/faults</c> takes it.</summary>
    /// <param name="seed">Makes the choice of calls repeatable.</param>
    public Dictionary<string, object> Fault(long seed)
    {
        var fault = new Dictionary<string, object>
        {
            ["service"] = Service,
            ["operation"] = Operation,
            ["rate"] = Rate,
            ["seed"] = seed,
        };
        if (Service != "lambda" || Kind == StrikeKind.Killed)
        {
            fault["function"] = Function;
        }

        if (Count is { } count)
        {
            fault["count"] = count;
        }

        foreach (var (name, value) in What())
        {
            fault[name] = value;
        }

        return fault;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Minute,3}-{Until} min: {Kind}: {Service} {Operation} of {Function}, rate {Rate:0.##}{(Count is null ? "" : $", {Count}x")}");

    private IEnumerable<(string Name, object Value)> What() => Kind switch
    {
        StrikeKind.Throttled => [("error", Errors[Service].Throttled)],
        StrikeKind.Failed => [("error", Errors[Service].Failed)],
        StrikeKind.TimedOut => [("timeout", true)],
        StrikeKind.Slow => [("delay", "PT0.3S")],
        StrikeKind.Broken => [("drop", true)],
        StrikeKind.AnswerLost => [("lost", true)],
        // DynamoDB names no error of keys that it leaves unprocessed.
        StrikeKind.HalfABatch when Service == "dynamodb" => [("part", true)],
        StrikeKind.HalfABatch => [("part", true), ("error", Errors[Service].Failed)],
        StrikeKind.Killed => [("kill", true)],
        _ => throw new NotSupportedException($"{Kind}"),
    };
}
