using Engagement.Customers;
using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Engagement.Local.Platforms;
using Engagement.Local.Upcoming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/customers</c>: who the customers are, why they belong to segments, and what they will get.</summary>
internal static class CustomersApi
{
    private const int UsualDays = 60;
    private const int MostDays = 400;

    /// <summary>What to change of a customer.</summary>
    /// <param name="UserAttributes">By name the new values; none remove the attribute.</param>
    internal sealed record Change(IReadOnlyDictionary<string, IReadOnlyList<string>>? UserAttributes);

    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud)
    {
        route.MapGet("", (string? search, string? after, int? limit) => Results.Json(
            Found(RunningPlatform.From(cloud()).Profiles, search ?? "", after, limit ?? int.MaxValue).Select(ObservedCustomer.From)));
        route.MapGet("{id}", (string id, CancellationToken cancellation) => NamedAsync(cloud(), id, async customer =>
            Results.Json(await ShownCustomer.ReadAsync(cloud(), customer, cancellation))));
        route.MapGet("{id}/events", (string id, int? limit, string? before) => NamedAsync(cloud(), id, customer =>
            Task.FromResult(Events(RunningPlatform.From(cloud()), customer, limit, before))));
        route.MapGet("{id}/coming", (string id, int? days, CancellationToken cancellation) => NamedAsync(cloud(), id, customer =>
            ComingAsync(cloud(), customer, TimeSpan.FromDays(Math.Clamp(days ?? UsualDays, 1, MostDays)), cancellation)));
        route.MapPost("{id}", (string id, HttpRequest request, CancellationToken cancellation) =>
            RequestBody.ReadAsync<Change>(request, change => NamedAsync(cloud(), id, customer =>
                ApplyAsync(cloud(), customer, change, cancellation))));
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

    private static IResult Events(IRunningPlatform platform, CustomerProfile customer, int? limit, string? before)
    {
        var ids = customer.Endpoints.Values.Select(endpoint => endpoint.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var theirs = platform.NewestEvents.Where(recorded => ids.Contains(recorded.EndpointId));
        var page = ListPage.From(theirs, recorded => recorded.EventId, limit, before);
        return Results.Json(new { events = page.Items, page.Next });
    }

    private static async Task<IResult> ComingAsync(
        LocalCloud cloud, CustomerProfile customer, TimeSpan length, CancellationToken cancellation) =>
        cloud.Definitions is { } deployed
            ? Results.Json(await new UpcomingMessages(cloud, deployed).ForAsync(customer, length, cancellation))
            : Refusal.NoDefinitions;

    private static async Task<IResult> ApplyAsync(
        LocalCloud cloud, CustomerProfile customer, Change change, CancellationToken cancellation)
    {
        var update = new CustomerUpdate
        {
            Stamp = new(After(customer, cloud.Context.Clock.GetUtcNow()), Guid.NewGuid().ToString()),
            EndpointId = customer.Endpoints.Values.MinBy(endpoint => endpoint.Id, StringComparer.Ordinal)!.Id,
            UserId = customer.UserId,
            UserAttributes = change.UserAttributes ?? new Dictionary<string, IReadOnlyList<string>>(),
        };
        try
        {
            var platform = RunningPlatform.From(cloud);
            await platform.LoadAsync([update], _ => { }, cancellation);
            return Results.Json(ObservedCustomer.From(platform.Customer(customer.Id)!));
        }
        catch (FormatException e)
        {
            return Refusal.BadRequest(e.Message);
        }
    }

    // Of two values the later one holds, and a clock that stands still tells all of them the same time.
    private static DateTimeOffset After(CustomerProfile customer, DateTimeOffset now) =>
        customer.Attributes.Values.Concat(customer.Endpoints.Values.SelectMany(endpoint => endpoint.UserAttributes.Values))
            .Select(value => value.Stamp.At.AddMilliseconds(1))
            .Append(now)
            .Max();

    private static Task<IResult> NamedAsync(LocalCloud cloud, string id, Func<CustomerProfile, Task<IResult>> answer) =>
        RunningPlatform.From(cloud).Customer(id) is { } customer
            ? answer(customer)
            : Task.FromResult(Refusal.NotFound($"There is no customer '{id}'."));
}
