using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.Customers;
using Engagement.Local.DynamoDb;
using Engagement.Local.Firehose;
using Engagement.Local.Firehose.Streams;
using Engagement.Local.Ses;
using Engagement.Local.Ses.Sending;
using Engagement.Local.Sms;
using Engagement.Local.Sms.Feedback;
using Engagement.Ses.Customers;

namespace Engagement.Local.Platforms;

/// <summary>A stack on <c>ses</c>: its tables, its archive and what SES sent.</summary>
internal sealed class RunningSes(LocalCloud cloud, SesTables tables) : IRunningPlatform
{
    private const string Email = "EMAIL";
    private const string Sms = "SMS";

    public IReadOnlyList<ObservedEvent> Events =>
        [.. cloud.Service<FirehoseService>().RecordsOf(tables.EventStream).SelectMany(EventsOf)];

    public IReadOnlyList<ObservedMessage> Messages => [.. Mails.Concat(Texts).OrderBy(message => message.At)];

    public IReadOnlyList<ObservedFailure> Failures => [.. FailedMails.Concat(FailedTexts).OrderBy(failure => failure.At)];

    private IEnumerable<ObservedFailure> FailedMails =>
    [
        .. from mail in cloud.Service<SesService>().Sent.All
           from recipient in mail.Recipients
           let reason = ReasonOf(recipient.Fate)
           where reason is not null
           select new ObservedFailure
           {
               At = mail.At,
               Channel = Email,
               Address = recipient.Address,
               Tags = mail.Tags.ToDictionary(),
               Reason = reason,
           },
    ];

    public IReadOnlyList<ObservedCustomer> Customers =>
    [
        .. cloud.Service<DynamoDbService>().ItemsOf(tables.Customers.Customers)
            .Select(item => CustomerItem.Read(AttributeValues.Read(item)))
            .Where(profile => profile.Endpoints.Count > 0)
            .OrderBy(profile => profile.Id, StringComparer.Ordinal)
            .Select(Observed),
    ];

    public IReadOnlyList<(CampaignIdentity Identity, bool IsScheduled)> Campaigns =>
    [
        .. from run in cloud.Service<DynamoDbService>().ItemsOf(tables.Runs)
           let identity = CampaignIdentity.FromName((string)run["id"]!["S"]!)
           where identity is not null
           select (identity, run.ContainsKey("waiting")),
    ];

    public IEnumerable<Enrollment> Enrollments => StoredJourneys.Customers(cloud).SelectMany(customer => customer.Enrollments.Values);

    public object? Endpoint(string id) => Customers
        .SelectMany(
            customer => customer.Endpoints,
            (customer, endpoint) => endpoint with { User = new(customer.UserId, customer.UserAttributes) })
        .FirstOrDefault(endpoint => CustomerId.EndpointKey(endpoint.Id) == CustomerId.EndpointKey(id));

    public Task LoadAsync(IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken) =>
        new StoredCustomerLoader(cloud, tables.Customers).LoadAsync(endpoints, loaded, cancellationToken);

    private IEnumerable<ObservedMessage> Mails =>
        from mail in cloud.Service<SesService>().Sent.All
        from recipient in mail.Recipients
        where recipient.Fate is Fate.Delivered or Fate.Complained
        select Message(mail, recipient.Address);

    private IEnumerable<ObservedMessage> Texts =>
        from text in cloud.Service<SmsService>().Sent
        where text.Fate == TextFate.Delivered
        select new ObservedMessage
        {
            At = text.At,
            Channel = Sms,
            Address = text.To,
            Body = text.Body,
            From = text.Origination,
            Tags = text.Context,
        };

    private IEnumerable<ObservedFailure> FailedTexts =>
        from text in cloud.Service<SmsService>().Sent
        where text.Fate != TextFate.Delivered
        select new ObservedFailure { At = text.At, Channel = Sms, Address = text.To, Tags = text.Context, Reason = text.Fate };

    private static IEnumerable<ObservedEvent> EventsOf(StreamRecord record) =>
        from line in Encoding.UTF8.GetString(record.Data.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let json = JsonNode.Parse(line)!
        select new ObservedEvent
        {
            EndpointId = (string)json["endpoint"]!,
            EventId = (string)json["id"]!,
            EventType = (string)json["type"]!,
            Timestamp = json["at"].Deserialize<DateTimeOffset>(),
            RecordedAt = record.At,
            Attributes = json["attributes"].Deserialize<Dictionary<string, string>>()!,
            Metrics = json["metrics"].Deserialize<Dictionary<string, double>>()!,
        };

    private static ObservedMessage Message(SentMail mail, string address) => new()
    {
        At = mail.At,
        Channel = Email,
        Address = address,
        Subject = mail.Subject,
        Body = mail.Html ?? mail.Text!,
        From = mail.From,
        Headers = mail.Headers.ToDictionary(),
        Tags = mail.Tags.ToDictionary(),
    };

    private static string? ReasonOf(Fate fate) => fate switch
    {
        Fate.Bounced bounced => $"The recipient's server refused it: {bounced.SubType}.",
        Fate.Suppressed suppressed => $"The address is on the suppression list: {suppressed.Reason}.",
        _ => null,
    };

    private static ObservedCustomer Observed(CustomerProfile profile) => new()
    {
        Id = profile.Id,
        UserId = profile.UserId,
        UserAttributes = WithValues(profile.UserAttributes),
        Endpoints = [.. profile.Endpoints.Values.OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal).Select(Observed)],
    };

    private static ObservedEndpoint Observed(CustomerEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        ChannelType = endpoint.ChannelType,
        Address = endpoint.Address,
        OptOut = endpoint.Field(EndpointField.OptOut) ?? "NONE",
        EndpointStatus = endpoint.Field(EndpointField.EndpointStatus) ?? "ACTIVE",
        Demographic = Below("Demographic.", endpoint),
        Location = Below("Location.", endpoint),
        Attributes = WithValues(endpoint.Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Value)),
        Metrics = endpoint.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value.Value),
    };

    private static Dictionary<string, string> Below(string prefix, CustomerEndpoint endpoint) => endpoint.Fields
        .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.Value, StringComparer.Ordinal);

    // An attribute that was removed keeps its name in the table, and no value.
    private static Dictionary<string, IReadOnlyList<string>> WithValues(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        attributes.Where(attribute => attribute.Value.Count > 0).ToDictionary();
}
