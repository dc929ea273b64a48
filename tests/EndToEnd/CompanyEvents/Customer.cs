namespace EndToEnd.Tests.CompanyEvents;

/// <summary>A customer as a back end would tell Pinpoint of one.</summary>
internal sealed record Customer(string Id, string Tier, string Language)
{
    /// <summary>One item of <c>UpdateEndpointsBatch</c>.</summary>
    public object Endpoint => new
    {
        Id,
        ChannelType = "EMAIL",
        Address = $"{Id}@example.com",
        User = new
        {
            UserId = Id,
            UserAttributes = new { tier = new[] { Tier }, language = new[] { Language }, first_name = new[] { Id } },
        },
    };
}
