namespace TendJourneys;

/// <summary>That all is done: the log says what.</summary>
internal sealed record TendAnswer;
