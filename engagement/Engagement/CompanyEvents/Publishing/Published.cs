namespace PublishCompanyEvent.Publishing;

/// <summary>It is new and was handed on.</summary>
/// <param name="Id">Its id.</param>
internal sealed record Published(string Id) : Publication;
