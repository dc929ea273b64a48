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

    /// <summary>Records of reminders to the customer's endpoints in the reminders' ledger.</summary>
    public int Reminders { get; init; }

    /// <summary>Where the customer's endpoints were in journeys.</summary>
    public int Journeys { get; init; }

    /// <summary>Notes of what became of the customer's endpoints in journeys.</summary>
    public int JourneyNotes { get; init; }

    /// <summary>All items that were deleted or changed.</summary>
    public int Total => Customers + EndpointPointers + AddressPointers + Dates + Deliveries + Reminders + Journeys + JourneyNotes;
}
