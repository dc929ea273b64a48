namespace PublishCompanyEvent.Publishing;

/// <summary>What became of an event: <see cref="Published"/>, <see cref="Repeated"/> or <see cref="Refused"/>.</summary>
internal abstract record Publication;
