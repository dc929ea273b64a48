using System;

namespace Pulumi.Serialization;

/// <summary>An output property of a resource, waiting for the resource.</summary>
internal interface IPendingOutput
{
    Type ValueType { get; }

    void Resolve(OutputData<object?> data);

    /// <summary>Has no effect on an output that is already resolved.</summary>
    void ResolveDefault(bool isKnown);

    /// <summary>Has no effect on an output that is already resolved.</summary>
    void Fail(Exception exception);
}
