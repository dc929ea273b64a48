namespace Engagement.Customers;

/// <summary>A value, and which update said it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Stamp">The update.</param>
public sealed record Stamped<T>(T Value, UpdateStamp Stamp);
