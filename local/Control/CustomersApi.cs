using Engagement.Customers;
using Engagement.Local.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/customers</c>: who the customers are.</summary>
internal static class CustomersApi
{
    public static void Map(RouteGroupBuilder route, Func<IRunningPlatform> platform)
    {
        route.MapGet("", (string? search, string? after, int? limit) => Results.Json(
            Found(platform().Profiles, search ?? "", after, limit ?? int.MaxValue).Select(ObservedCustomer.From)));
    }

    private static IEnumerable<CustomerProfile> Found(IEnumerable<CustomerProfile> customers, string search, string? after, int limit) =>
        customers
            .SkipWhile(customer => after is not null && string.CompareOrdinal(customer.Id, after) <= 0)
            .Where(customer => search.Length == 0 || Texts(customer).Any(text => text.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .Take(limit);

    private static IEnumerable<string> Texts(CustomerProfile customer) =>
    [
        customer.Id,
        .. customer.Endpoints.Values.Select(endpoint => endpoint.Id),
        .. customer.Endpoints.Values.Select(endpoint => endpoint.Address).OfType<string>(),
        .. customer.UserAttributes.Values.SelectMany(values => values),
    ];
}
