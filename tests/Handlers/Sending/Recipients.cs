using Engagement.Customers;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Customers that messages go to.</summary>
internal static class Recipients
{
    public static readonly UpdateStamp Stamp = new(new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero), "r");

    /// <summary>A customer with one endpoint.</summary>
    public static CustomerMember Create(
        IReadOnlyDictionary<string, string>? fields = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? attributes = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? userAttributes = null,
        IReadOnlyDictionary<string, double>? metrics = null)
    {
        var update = new CustomerUpdate
        {
            Stamp = Stamp,
            EndpointId = "e1",
            UserId = "ada",
            Fields = fields ?? new Dictionary<string, string>
            {
                [EndpointField.Address] = "ada@example.com",
                [EndpointField.ChannelType] = "EMAIL",
            },
            Attributes = attributes ?? new Dictionary<string, IReadOnlyList<string>>(),
            UserAttributes = userAttributes ?? new Dictionary<string, IReadOnlyList<string>>(),
            Metrics = metrics ?? new Dictionary<string, double>(),
        };
        var profile = CustomerMerge.WithUser(
            CustomerMerge.WithEndpoint(new() { Id = CustomerId.OfUser("ada") }, CustomerMerge.EndpointOf(update)), update);
        return profile.Members.Single();
    }
}
