namespace Benchmarks.Recording;

/// <summary>Where Pinpoint is cut off.</summary>
public enum PinpointStandIn
{
    /// <summary>In place of the SDK's client: what remains is the recorder's own work.</summary>
    Client,

    /// <summary>Behind the SDK's client, which serialises, signs and reads the answer: nearly what a call costs the function.</summary>
    Http,
}
