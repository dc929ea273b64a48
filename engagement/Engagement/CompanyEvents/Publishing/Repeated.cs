namespace PublishCompanyEvent.Publishing;

/// <summary>It was here before.</summary>
/// <param name="Id">Its id.</param>
internal sealed record Repeated(string Id) : Publication;
