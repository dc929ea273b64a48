using Engagement.Aws.Erasure;

namespace Engagement.Ses.Erasure;

/// <summary>How much was deleted of a customer.</summary>
public sealed record ErasedCustomer
{
    /// <summary>The customer itself: 1, or 0 when it was not there.</summary>
    public int Customers { get; init; }

    /// <summary>Endpoints of the customer, which are a part of it.</summary>
    public int Endpoints { get; init; }

    /// <summary>Items that led from endpoints to the customer.</summary>
    public int EndpointPointers { get; init; }

    /// <summary>Items that led from addresses to the customer.</summary>
    public int AddressPointers { get; init; }

    /// <summary>Entries of the index of dates.</summary>
    public int Dates { get; init; }

    /// <summary>Records of messages to the customer's endpoints.</summary>
    public int Deliveries { get; init; }

    /// <summary>Records of reminders and journeys.</summary>
    public ErasedRecords Records { get; init; } = new(0, 0, 0);

    /// <summary>All items that were deleted or changed.</summary>
    public int Total => Customers + EndpointPointers + AddressPointers + Dates + Deliveries + Records.Total;
}
