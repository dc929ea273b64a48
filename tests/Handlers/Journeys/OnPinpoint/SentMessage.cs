namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>A message of a journey that went out.</summary>
internal sealed record SentMessage(string Journey, string Customer, string Template, DateTimeOffset At);
