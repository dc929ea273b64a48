namespace PublishCompanyEvent.EventBus;

/// <summary>The <c>detail</c> of a company event on the bus.</summary>
internal sealed record EventDetail(string Id, IReadOnlyDictionary<string, string> Attributes);
