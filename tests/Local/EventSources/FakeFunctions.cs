using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Lambda;

namespace Local.Tests.EventSources;

/// <summary>One function, <c>record</c>, whose behaviour a test sets.</summary>
internal sealed class FakeFunctions : IFunctions
{
    private int running;
    private int mostAtOnce;

    public FunctionConfiguration Function { get; init; } = new(
        "record", "arn:aws:lambda:eu-west-1:000000000000:function:record", "arn:aws:iam::000000000000:role/record",
        TimeSpan.FromSeconds(10));

    /// <summary>Events, in order of their end.</summary>
    public ConcurrentQueue<JsonNode> Events { get; } = new();

    /// <summary>Sizes of the events in bytes, likewise.</summary>
    public ConcurrentQueue<int> Sizes { get; } = new();

    /// <summary>Most invocations that ran at once.</summary>
    public int MostAtOnce => mostAtOnce;

    /// <summary>What it does; by default nothing, for a moment, with success.</summary>
    public Func<JsonNode, Task<InvocationResult>> Behaviour { get; set; } = async _ =>
    {
        await Task.Yield();
        return Answer("null");
    };

    public static InvocationResult Answer(string json) => new(Encoding.UTF8.GetBytes(json), null);

    public static InvocationResult Failure() =>
        new(Encoding.UTF8.GetBytes("{\"errorType\":\"Exception\",\"errorMessage\":\"broken\"}"), "Unhandled");

    /// <summary>Bodies of an event's messages.</summary>
    public static IEnumerable<string> Bodies(JsonNode sqsEvent) =>
        sqsEvent["Records"]!.AsArray().Select(record => (string)record!["body"]!);

    public FunctionConfiguration? Find(string nameOrArn) => nameOrArn == Function.Name || nameOrArn == Function.Arn ? Function : null;

    public async Task<InvocationResult> InvokeAsync(string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref running);
        int most;
        while (now > (most = mostAtOnce) && Interlocked.CompareExchange(ref mostAtOnce, now, most) != most)
        {
        }

        try
        {
            var sqsEvent = JsonNode.Parse(payload.Span)!;
            var result = await Behaviour(sqsEvent);
            Events.Enqueue(sqsEvent);
            Sizes.Enqueue(payload.Length);
            return result;
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
