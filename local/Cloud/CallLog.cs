using System.Collections.Concurrent;
using Engagement.Local.Iam;

namespace Engagement.Local.Cloud;

/// <summary>One AWS call, as <c>/_local/calls</c> shows it.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Service">Short service name, such as <c>sqs</c>.</param>
/// <param name="Operation">Such as <c>SendMessage</c>.</param>
/// <param name="Principal">Who made it.</param>
/// <param name="Allowed">Whether IAM let it through.</param>
/// <param name="Status">HTTP status of the answer; 0 where there was none.</param>
/// <param name="Error">AWS's name for the error, or null.</param>
internal sealed record AwsCall(
    DateTimeOffset At, string Service, string Operation, string Principal, bool Allowed, int Status, string? Error)
{
    /// <summary>Its place among all calls, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Why IAM did not let it through, in AWS's words; null where it did.</summary>
    public string? Denial { get; init; }

    /// <summary>What of the caller's own policies let it through; null where another's did, or none was needed.</summary>
    public AllowingStatement? AllowedBy { get; init; }

    /// <summary>What the caller says that it belongs to, by the header <c>X-Amzn-Trace-Id</c>; null where it says nothing.</summary>
    public string? TraceId { get; init; }

    /// <summary>Whether a text is part of its service and operation, its caller, its error or its denial, whatever the case.</summary>
    public bool Has(string text) =>
        new[] { $"{Service} {Operation}", Principal, Error, Denial }
            .Any(each => each?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What <c>/_local/faults</c> did to it, such as <c>error</c> or <c>drop, lost</c>; null where it did nothing.</summary>
    public string? Fault { get; init; }
}

/// <summary>The latest AWS calls, oldest first.</summary>
internal sealed class CallLog
{
    // Enough to see what happened just now.
    private const int Kept = 10_000;

    private readonly ConcurrentQueue<AwsCall> calls = new();
    private readonly ConcurrentDictionary<CallKind, long> totals = new();

    // Names of operations that change nothing begin so, in all services.
    private static readonly string[] Reads = ["BatchGet", "Describe", "Get", "Head", "List", "Query", "Receive", "Scan", "Search"];

    private long count;
    private long changes;

    public IReadOnlyList<AwsCall> Latest => [.. calls];

    /// <summary>How many calls there ever were.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>How many of them may have changed something.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>How many calls each caller ever made that succeeded, by what it called.</summary>
    public IReadOnlyDictionary<CallKind, long> Totals => totals;

    public void Add(AwsCall call, CallKind kind)
    {
        if (call.Status is >= 200 and < 300)
        {
            // Of what is stored, the service is enough: objects and items are without number.
            totals.AddOrUpdate(
                kind with { Resource = CallKind.Told.Contains(kind.Service) ? kind.Resource : null }, 1, (_, before) => before + 1);
        }

        var number = Interlocked.Increment(ref count);
        if (!Reads.Any(read => call.Operation.StartsWith(read, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref changes);
        }

        calls.Enqueue(call with { Number = number });
        while (calls.Count > Kept && calls.TryDequeue(out _))
        {
        }
    }
}
