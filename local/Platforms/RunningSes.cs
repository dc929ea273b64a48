using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents.DryRuns;
using Engagement.CompanyEvents.Runs;
using Engagement.Consent;
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
using Engagement.Ses.Campaigns;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;

namespace Engagement.Local.Platforms;

/// <summary>A stack on <c>ses</c>: its tables, its archive and what SES sent.</summary>
internal sealed class RunningSes(LocalCloud cloud, SesTables tables) : IRunningPlatform
{
    private const string Email = "EMAIL";
    private const string Sms = "SMS";

    public IReadOnlyList<ObservedEvent> Events =>
        [.. cloud.Service<FirehoseService>().RecordsOf(tables.EventStream).SelectMany(EventsOf)];

    public long EventCount => cloud.Service<FirehoseService>().LinesOf(tables.EventStream);

    public long Sendings => cloud.Service<SesService>().Sent.Count + cloud.Service<SmsService>().SentCount;

    public IReadOnlyList<ObservedMessage> Messages => [.. Mails.Concat(Texts).OrderBy(message => message.At)];

    public IReadOnlyList<ObservedFailure> Failures => [.. FailedMails.Concat(FailedTexts).OrderBy(failure => failure.At)];

    public IEnumerable<OutboxMessage> Outbox => SesOutbox.Of(cloud);

    private IEnumerable<ObservedFailure> FailedMails =>
    [
        .. from mail in cloud.Service<SesService>().Sent.All
           from recipient in mail.Recipients
           let reason = recipient.Fate.Failure
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

    public IEnumerable<CustomerProfile> Profiles =>
        cloud.Service<DynamoDbService>().StoredBy(tables.Customers.Customers, CustomerItem.Id)
            .Select(StoredProfiles.Read)
            .Where(HasEndpoints);

    public FindConsents Consents => (keys, _) => Task.FromResult<IReadOnlyDictionary<string, AddressConsent>>(
        keys.SelectMany(ConsentsOf).ToDictionary(consent => consent.Key, StringComparer.Ordinal));

    public IReadOnlyList<ObservedCampaign> Campaigns =>
    [
        .. from item in cloud.Service<DynamoDbService>().ItemsOf(tables.Runs)
           let run = RunItem.Read(AttributeValues.Read(item))
           select new ObservedCampaign
           {
               Identity = run.Identity,
               State = RunItem.NameOf(run.State),
               IsScheduled = run.State == RunState.Waiting,
               Sent = run.Progress.Sent,
               Unknown = run.Progress.Unknown,
               LeftOut = run.Progress.LeftOut,
           },
    ];

    public CustomerJourneys? Journeys(string endpointId) => StoredJourneys.Customer(cloud, endpointId);

    public FindSends? Sends => (endpointIds, _) => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>>(
        endpointIds.ToDictionary(id => id, id => Journeys(id)?.Sends ?? [], StringComparer.Ordinal));

    public IEnumerable<ObservedEvent> NewestEvents =>
        cloud.Service<FirehoseService>().RecordsOf(tables.EventStream).Reverse().SelectMany(record => EventsOf(record).Reverse());

    public CustomerProfile? Customer(string id) =>
        cloud.Service<DynamoDbService>().ItemsOf(tables.Customers.Customers, id).Select(Profile).FirstOrDefault(HasEndpoints);

    public IEnumerable<Enrollment> Enrollments => StoredJourneys.Customers(cloud).SelectMany(customer => customer.Enrollments.Values);

    public object? Endpoint(string id) => Profiles
        .Where(customer => customer.Endpoint(id) is not null)
        .Select(ObservedCustomer.From)
        .Select(customer => customer.Endpoints.First(endpoint => CustomerId.EndpointKey(endpoint.Id) == CustomerId.EndpointKey(id)) with
        {
            User = new(customer.UserId, customer.UserAttributes),
        })
        .FirstOrDefault();

    public Task LoadAsync(IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken) =>
        new StoredCustomerLoader(cloud, tables.Customers).LoadAsync(endpoints, loaded, cancellationToken);

    private static CustomerProfile Profile(JsonObject item) => CustomerItem.Read(AttributeValues.Read(item));

    private static bool HasEndpoints(CustomerProfile customer) => customer.Endpoints.Count > 0;

    private IEnumerable<AddressConsent> ConsentsOf(string key) => tables.Consents is not { } table
        ? []
        : cloud.Service<DynamoDbService>().ItemsOf(table, key).Select(item => ConsentItem.Read(AttributeValues.Read(item)));

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
}
