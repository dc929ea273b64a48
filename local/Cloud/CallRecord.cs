using Engagement.Local.Aws;
using Engagement.Local.Iam;

namespace Engagement.Local.Cloud;

/// <summary>A call on its way into the log: what is known of it grows until it is answered.</summary>
internal sealed class CallRecord(CallLog calls, TimeProvider clock, Principal caller, string service, string operation)
{
    public Principal Caller => caller;

    /// <summary>Short name, or the signing name while no service is found.</summary>
    public string Service { get; set; } = service;

    /// <summary>The operation, or method and path while the request is not understood.</summary>
    public string Operation { get; set; } = operation;

    /// <summary>ARN of the first resource that it is about; null while the request is not understood.</summary>
    public string? Resource { get; set; }

    /// <summary>Whether IAM has let it through.</summary>
    public bool Allowed { get; set; }

    /// <summary>Why IAM does not let it through.</summary>
    public string? Denial { get; set; }

    /// <summary>What of the caller's own policies lets it through.</summary>
    public AllowingStatement? AllowedBy { get; set; }

    /// <summary>What the caller says that it belongs to.</summary>
    public string? TraceId { get; init; }

    /// <summary>What a fault does to it.</summary>
    public string? Fault { get; set; }

    /// <summary>It was answered.</summary>
    public void Answered(int status) => Failed(status, error: null);

    /// <summary>It was answered by an error.</summary>
    public void Failed(AwsException error) => Failed((int)error.Status, error.Code);

    /// <summary>It ended by an error of this name, with an answer of this status or, at 0, without any.</summary>
    public void Failed(int status, string? error) =>
        calls.Add(
            new(clock.GetUtcNow(), Service, Operation, caller.Name, Allowed, status, error)
            {
                Denial = Denial,
                AllowedBy = AllowedBy,
                TraceId = TraceId,
                Fault = Fault,
            },
            new(caller.SourceArn ?? caller.Name, Service, Operation, Resource));
}
