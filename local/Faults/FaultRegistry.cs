using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Local.Aws;

namespace Engagement.Local.Faults;

/// <summary>The faults in force. Of several that could strike a call, the one asked for first that does is the one.</summary>
/// <param name="real">Real time, which delays take; the system's by default.</param>
internal sealed class FaultRegistry(TimeProvider? real = null) : IFaults
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> services = new(StringComparer.Ordinal);
    private ImmutableList<Fault> faults = [];
    private long version;

    /// <summary>Another number after each change of the faults in force.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Lets faults strike a service; for use before the first fault.</summary>
    public void Cover(IAwsService service) => services.Add(service.Name, service.Errors);

    /// <summary>The faults in force, in the order in which they were asked for.</summary>
    public IReadOnlyList<FaultState> States => [.. faults.Select(fault => fault.State)];

    /// <summary>Reads a fault from JSON and puts it in force.</summary>
    /// <exception cref="FaultRequestException">It is not a fault; the message names the field and what it may be.</exception>
    public FaultState Add(ReadOnlySpan<byte> json)
    {
        try
        {
            return Add(
                JsonSerializer.Deserialize(json, FaultJson.Default.FaultRequest)
                    ?? throw new FaultRequestException("body", "is null, not a fault"));
        }
        catch (JsonException e)
        {
            var fields =
                string.Join(
                    ", ", FaultJson.Default.FaultRequest.Properties.Select(property => $"{property.Name} ({Kind(property.PropertyType)})"));
            throw new FaultRequestException(
                e.Path is { Length: > 2 } path ? path[2..] : "body", $"is not understood; the fields of a fault are {fields}", e);
        }
    }

    /// <summary>Puts a fault in force.</summary>
    /// <exception cref="FaultRequestException">A field is wrong; the message names it and what it may be.</exception>
    public FaultState Add(FaultRequest asked)
    {
        var fault = new Fault(Interlocked.Increment(ref version), FaultRules.Complete(asked, services));
        ImmutableInterlocked.Update(ref faults, (present, added) => present.Add(added), fault);
        return fault.State;
    }

    /// <summary>Ends a fault. Calls that it has struck already are not helped by it.</summary>
    /// <returns>Whether it was in force.</returns>
    public bool Remove(long id)
    {
        var removed = ImmutableInterlocked.Update(ref faults, present => present.RemoveAll(fault => fault.State.Id == id));
        Interlocked.Increment(ref version);
        return removed;
    }

    /// <summary>Ends all faults. Calls that one has struck already are not helped by it.</summary>
    public void Clear()
    {
        ImmutableInterlocked.Update(ref faults, _ => []);
        Interlocked.Increment(ref version);
    }

    /// <inheritdoc/>
    /// <remarks>Does nothing until it is set.</remarks>
    public Action<string> KillFunction { get; set; } = _ => { };

    /// <summary>What happens to this call, or null where nothing does.</summary>
    /// <param name="service">Short name of the service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="function">Physical name of the function that calls; null where it is none.</param>
    public Disturbance? For(string service, string operation, string? function = null) =>
        faults.Find(fault => MayStrike(fault.Asked, function) && fault.Strikes(service, operation)) is { } fault
            ? new(fault.Asked, service, operation, real ?? TimeProvider.System) { Kill = () => KillFunction(function!) }
            : null;

    public bool ShouldKill(string functionName) => faults.Exists(fault =>
        fault.Asked is { Kill: true, Service: "lambda" }
            && Wildcard.Matches(fault.Asked.Function ?? "*", functionName)
            && fault.Strikes("lambda", "Invoke"));

    private static bool MayStrike(FaultRequest fault, string? function) => fault.Kill == true
        ? fault.Service != "lambda" && function is not null && Wildcard.Matches(fault.Function ?? "*", function)
        : fault.Function is null || (function is not null && Wildcard.Matches(fault.Function, function));

    private static string Kind(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Double => "number",
        TypeCode.Int32 or TypeCode.Int64 => "whole number",
        _ => "text",
    };
}
