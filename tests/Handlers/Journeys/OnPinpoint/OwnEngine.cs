using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>The same journeys on the platform whose clock is the due time, without faults.</summary>
internal sealed class OwnEngine(AskedCustomers others, JourneyCatalog catalog)
{
    private readonly CustomerJourneyRules rules = new(catalog.Limit, TopicCatalog.Default, CustomerZone.Utc);
    private readonly JourneyBook book = others.Store.Book;
    private readonly Dictionary<string, CustomerJourneys> customers = [];
    private int requests;

    public List<SentMessage> Sent { get; } = [];

    public DateTimeOffset? Next => customers.Values.Min(customer => customer.Due);

    private DateTimeOffset Now => others.Time.GetUtcNow();

    public void Occur(string customer, string type, double value)
    {
        var occurred = new PixelEvent
        {
            RequestId = $"request-{++requests}",
            At = Now,
            Type = type,
            EndpointId = customer,
            Metrics = new Dictionary<string, double> { ["value"] = value },
        };
        var before = customers.GetValueOrDefault(customer) ?? new() { EndpointId = customer };
        customers[customer] = rules.Occur(before, occurred, others.Participant(customer), book, Now).Customer;
        Move();
    }

    public void Move()
    {
        foreach (var id in customers.Keys.ToList())
        {
            while (customers[id].Due <= Now)
            {
                var decision = rules.Advance(customers[id], others.Participant(id), book, Now);
                customers[id] = decision.Customer;
                if (decision.Message is { } message)
                {
                    Sent.Add(new(message.Journey, id, message.Claim.Template, Now));
                    customers[id] = rules.Settle(customers[id], message, new SendOutcome.Sent("m"), Now).Customer;
                }
            }
        }
    }
}
