using System.Collections.Immutable;
using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Faults;
using Engagement.Local.Faults.Batches;
using Engagement.Local.Iam;

namespace Engagement.Local.Cloud;

/// <inheritdoc cref="IAwsEndpoint"/>
/// <remarks>A call is authorised first, then struck by a fault or carried out, and recorded once it is answered.</remarks>
internal sealed class AwsEndpoint(Authorizer authorizer, CallLog calls, TimeProvider clock, FaultRegistry? faults = null) : IAwsEndpoint
{
    private readonly Dictionary<string, IAwsService> services = new(StringComparer.Ordinal);

    /// <summary>Makes a service reachable.</summary>
    public void Add(IAwsService service)
    {
        services.Add(service.SigningName, service);
        faults?.Cover(service);
    }

    /// <inheritdoc/>
    /// <exception cref="DroppedConnectionException">A fault drops the connection.</exception>
    public async Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        var record = new CallRecord(calls, clock, request.Caller, signingName, $"{request.Method} {request.Path}")
        {
            TraceId = request.Headers.GetValueOrDefault("X-Amzn-Trace-Id"),
        };
        if (!services.TryGetValue(signingName, out var service))
        {
            record.Failed((int)HttpStatusCode.NotImplemented, "UnknownService");
            return AwsResponse.Text(
                (int)HttpStatusCode.NotImplemented,
                "application/json",
                $$"""{"__type":"UnknownService","message":"This local cloud has no service '{{signingName}}'; it has {{string.Join(", ", services.Keys)}}."}""");
        }

        record.Service = service.Name;
        try
        {
            var resolved = service.Resolve(request);
            record.Operation = resolved.Name;
            Authorize(record, resolved.Action, resolved.Resources, resolved.ConditionValues);
            return await RunAsync(
                record,
                (part, cancellation) => part is { } error
                    ? PartialBatches.RunAsync(
                        PartialBatches.Find(service.Name, resolved.Name)!,
                        request,
                        error,
                        rest => service.Resolve(rest).ExecuteAsync(cancellation))
                    : resolved.ExecuteAsync(cancellation),
                response => response.StatusCode,
                NeverAnsweredAsync,
                cancellationToken);
        }
        catch (AwsException e)
        {
            var told = record.Denial is null ? e : Denied(service, e);
            record.Failed(told);
            return service.Error(request, told);
        }
        catch (Exception e) when (e is not DroppedConnectionException && !cancellationToken.IsCancellationRequested)
        {
            // Without its message, which may quote what the caller sent.
            await Console.Error.WriteLineAsync(
                $"{service.Name} {record.Operation} failed with {e.GetType().Name}:{Environment.NewLine}{e.StackTrace}");
            var failure = new AwsException(
                HttpStatusCode.InternalServerError,
                service.InternalError,
                "The local cloud failed at this request; its standard error says where.");
            record.Failed(failure);
            return service.Error(request, failure);
        }
    }

    public async Task<T> CallAsync<T>(
        Principal caller,
        string service,
        string operation,
        string action,
        string resource,
        Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken)
    {
        var record = new CallRecord(calls, clock, caller, service, operation);
        try
        {
            Authorize(record, action, [resource], ImmutableDictionary<string, string>.Empty);
            return await RunAsync(
                record, (_, cancellation) => execute(cancellation), _ => (int)HttpStatusCode.OK, GivenUpAtOnceAsync, cancellationToken);
        }
        catch (AwsException e)
        {
            record.Failed(e);
            throw;
        }
        catch (DroppedConnectionException e)
        {
            // There is no connection within this process; what a client makes of one that breaks is an error that it may try again after.
            throw new AwsException(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", e.Message);
        }
    }

    private async Task<T> RunAsync<T>(
        CallRecord record,
        Func<EntryError?, CancellationToken, Task<T>> execute,
        Func<T, int> status,
        Func<CancellationToken, Task> wait,
        CancellationToken cancellationToken)
    {
        var disturbance = faults?.For(record.Service, record.Operation, record.Caller.Session);
        record.Fault = disturbance?.Kind;
        try
        {
            var result = disturbance is null
                ? await execute(null, cancellationToken)
                : await disturbance.RunAsync(cancellation => execute(disturbance.OfPart, cancellation), wait, cancellationToken);
            record.Answered(status(result));
            return result;
        }
        catch (DroppedConnectionException)
        {
            record.Failed(0, "ConnectionDropped");
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            record.Failed(0, "CallerGaveUp");
            throw;
        }
    }

    private void Authorize(
        CallRecord record, string action, IReadOnlyList<string> resources, IReadOnlyDictionary<string, string> conditionValues)
    {
        record.Resource = resources.Count > 0 ? resources[0] : null;
        try
        {
            record.AllowedBy = authorizer.Demand(record.Caller, action, resources, conditionValues);
            record.Allowed = true;
        }
        catch (AwsException e)
        {
            record.Denial = e.Message;
            throw;
        }
    }

    // A denial has the status that errors of that name have in the service's protocol.
    private static AwsException Denied(IAwsService service, AwsException denial) =>
        service.Errors.TryGetValue(denial.Code, out var status) ? new((HttpStatusCode)status, denial.Code, denial.Message) : denial;

    private static Task NeverAnsweredAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    // To hang would be to hold up the clock for ever: what calls here is under way, and has no time-out of its own.
    private static Task GivenUpAtOnceAsync(CancellationToken cancellationToken) =>
        Task.FromException(
            new AwsException(HttpStatusCode.RequestTimeout, "RequestTimeout", "There was no answer, as asked for at /_local/faults."));
}
