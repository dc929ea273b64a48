using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Functions;
using Engagement.Telemetry;

namespace Engagement.Aws.Functions;

/// <summary>
/// What every function has: environment, clock, log, metrics, measured calls. It runs the function: for each invocation it sets the
/// deadline, and writes the metrics out.
/// </summary>
public sealed class FunctionHost : IDisposable
{
    private readonly Stream output;
    private readonly Stack<IDisposable> owned = [];

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <param name="output">Where log lines and metrics go: the process's standard output.</param>
    /// <param name="time">Tells the time.</param>
    public FunctionHost(Func<string, string?> variable, Stream output, TimeProvider time)
    {
        (this.output, Time) = (output, time);
        Environment = new(variable);
        Stack = Environment.Required("STACK");
        var lines = new JsonLineWriter(output);
        Log = new(lines);
        Metrics = new(lines, time, Stack);
        Calls = new(time, Metrics);
    }

    /// <summary>The function's environment variables. The host tells of all that are wrong once the function is wired.</summary>
    public EnvironmentReader Environment { get; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public string Stack { get; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Time { get; }

    /// <summary>Takes log lines.</summary>
    public LogWriter Log { get; }

    /// <summary>Takes metrics.</summary>
    public MetricsWriter Metrics { get; }

    /// <summary>Calls AWS services.</summary>
    public AwsCalls Calls { get; }

    /// <summary>Runs a function until Lambda ends the process.</summary>
    /// <typeparam name="TInput">What an invocation hands in.</typeparam>
    /// <typeparam name="TOutput">What it takes back.</typeparam>
    /// <typeparam name="TJson">The JSON of both, generated at build time: native AOT has no reflection to do it with.</typeparam>
    /// <param name="wire">Reads the environment and puts the function together. Called once.</param>
    /// <param name="reserve">How long before an invocation's end calls are cut off. Default: <see cref="Deadline.LongReserve"/>.</param>
    /// <exception cref="EnvironmentException">A variable is missing or of the wrong form; names each.</exception>
    public static async Task RunAsync<
        TInput,
        TOutput,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TJson>(
        Func<FunctionHost, Func<TInput, Deadline, Task<TOutput>>> wire, TimeSpan? reserve = null)
        where TJson : JsonSerializerContext
    {
        using var host = new FunctionHost(System.Environment.GetEnvironmentVariable, Console.OpenStandardOutput(), TimeProvider.System);
        var serializer = new SourceGeneratorLambdaJsonSerializer<TJson>(options => options.Converters.Add(new TextOrNullConverter()));
        using var bootstrap = LambdaBootstrapBuilder.Create(host.Wire(wire, reserve), serializer).Build();
        await bootstrap.RunAsync();
    }

    /// <summary>Keeps something until the process ends.</summary>
    public T Own<T>(T client)
        where T : IDisposable
    {
        owned.Push(client);
        return client;
    }

    /// <summary>Puts a function together, as Lambda's runtime calls it.</summary>
    /// <param name="wire">Reads the environment and puts the function together.</param>
    /// <param name="reserve">How long before an invocation's end calls are cut off. Default: <see cref="Deadline.LongReserve"/>.</param>
    /// <exception cref="EnvironmentException">A variable is missing or of the wrong form; names each.</exception>
    public Func<TInput, ILambdaContext, Task<TOutput>> Wire<TInput, TOutput>(
        Func<FunctionHost, Func<TInput, Deadline, Task<TOutput>>> wire, TimeSpan? reserve = null)
    {
        var function = wire(this);
        Environment.ThrowIfAny();
        return async (input, context) =>
        {
            using var deadline = new Deadline(Time, context.RemainingTime, reserve);
            try
            {
                return await function(input, deadline);
            }
            finally
            {
                Metrics.Flush();
            }
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (owned.TryPop(out var last))
        {
            last.Dispose();
        }

        output.Dispose();
    }
}
