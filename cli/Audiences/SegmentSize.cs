using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Segments;

namespace Engagement.Cli.Audiences;

/// <summary>Counts who belongs to a segment.</summary>
/// <param name="segment">The segment.</param>
/// <param name="sample">Keeps a few of their ids.</param>
internal sealed class SegmentSize(SegmentDefinition segment, CustomerSample sample)
{
    private readonly Predicate<CustomerMember> fits = SegmentMembership.Create<CustomerMember>(segment.Conditions);

    /// <summary>Customers with an endpoint, whether they belong to it or not.</summary>
    public long All { get; private set; }

    /// <summary>Customers with at least one endpoint that fits.</summary>
    public long Customers { get; private set; }

    /// <summary>Endpoints that fit.</summary>
    public long Endpoints { get; private set; }

    /// <summary>Of these, those that an e-mail can go to, but for what the customer has unsubscribed from.</summary>
    public long Reachable { get; private set; }

    /// <summary>Ids of a few customers.</summary>
    public IReadOnlyList<string> Sample => sample.Ids;

    /// <summary>Counts some customers.</summary>
    public void Add(IReadOnlyList<CustomerProfile> page)
    {
        foreach (var customer in page.Where(customer => customer.Endpoints.Count > 0))
        {
            All++;
            var members = customer.Members.Where(member => fits(member)).ToList();
            Endpoints += members.Count;
            Reachable += members.Count(member => member.Channel == "EMAIL" && member.Endpoint.IsReachable);
            if (members.Count > 0)
            {
                Customers++;
                sample.Add(customer.Id);
            }
        }
    }
}
