using System.Security.Cryptography;
using System.Text;
using Engagement.Customers;

namespace Local.Tests.Ses;

public class AddressPointerTests
{
    [Fact]
    public async Task Address_in_any_spelling_leads_to_all_who_have_it_and_is_not_readable()
    {
        var cloud = new CustomerCloud();
        await cloud.Customers.ApplyAsync([Updates.Address("e1", "ada", "Ada@Example.com", 1)], default);
        await cloud.Customers.ApplyAsync([Updates.Address("e2", "bob", "ada@example.com", 2)], default);
        Assert.Equal(["ada", "bob"], CustomersOf(cloud, "ADA@example.com").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(cloud.Items("pointers"), item => item.ToJsonString().Contains("example", StringComparison.OrdinalIgnoreCase));
    }

    internal static IReadOnlyList<string> CustomersOf(CustomerCloud cloud, string address)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())));
        return
        [
            .. cloud.Items("pointers").Where(item => item["id"]!["S"]!.ToString() == $"A#{hash}")
                .SelectMany(item => item["customers"]!["SS"]!.AsArray().Select(customer => customer!.ToString())),
        ];
    }
}
