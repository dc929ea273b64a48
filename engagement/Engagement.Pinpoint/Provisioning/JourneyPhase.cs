namespace Engagement.Pinpoint.Provisioning;

/// <summary>How far a journey's life has gone.</summary>
public enum JourneyPhase
{
    /// <summary>Made, but never active.</summary>
    Draft,

    /// <summary>Endpoints enter.</summary>
    Active,

    /// <summary>An operator paused it in the console; this function never does.</summary>
    Paused,

    /// <summary>Cancelled, closed or completed.</summary>
    Ended,
}
