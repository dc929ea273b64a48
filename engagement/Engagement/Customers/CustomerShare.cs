namespace Engagement.Customers;

/// <summary>A part of all customers, for several readers to go through all of them side by side.</summary>
/// <param name="Segment">Which part, from 0.</param>
/// <param name="Of">How many parts there are, at least 1. It must be the same in all of them.</param>
public readonly record struct CustomerShare(int Segment, int Of);
