using System.Globalization;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Ses.Consent;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Ses;

/// <summary>Consents in DynamoDB.</summary>
public class ConsentTests
{
    private const string Table = "consents";

    private static readonly string Key = AddressKey.From("ada@example.com");

    private static readonly Gen<ConsentChoice[]> Choices =
        (from topic in Gen.Elements<string?>("news", "offers", null)
         from wants in Gen.Elements(true, false)
         from minute in Gen.Choose(0, 4)
         select new ConsentChoice(
             topic, wants, Stamp(minute, $"{topic}{wants}{minute.ToString(CultureInfo.InvariantCulture)}"))).NonEmptyListOf()
        .Select(choices => choices.ToArray());

    [Fact]
    public async Task What_was_stored_is_found_alone_and_among_others()
    {
        var consents = StoreOf(new CustomerCloud(Table));
        await consents.ChooseAsync(Key, [new("news", false, Stamp(1, "r")), new(null, true, Stamp(0, "r"))], default);
        await consents.SuppressAsync(Key, new(SuppressionReason.Complaint, Stamp(2, "f")), default);

        var found = await consents.FindAsync(Key, default);

        Assert.Equal(new Stamped<SuppressionReason>(SuppressionReason.Complaint, Stamp(2, "f")), found.Suppression);
        Assert.Equal(new Stamped<bool>(true, Stamp(0, "r")), found.Everything);
        Assert.Equal(new Stamped<bool>(false, Stamp(1, "r")), found.Topics["news"]);
        Assert.Equal([Key], (await consents.FindAsync([Key, AddressKey.From("bob@example.com")], default)).Keys);
        Assert.True((await consents.FindAsync(AddressKey.From("bob@example.com"), default)).Wants("news"));
    }

    [Fact]
    public async Task The_address_is_not_readable_in_the_store()
    {
        var cloud = new CustomerCloud(Table);
        await StoreOf(cloud).ChooseAsync(AddressKey.From("ada@example.com"), [new("news", false, Stamp(1, "r"))], default);

        Assert.DoesNotContain("ada", Assert.Single(cloud.Items(Table)).ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_again_writes_nothing()
    {
        var cloud = new CustomerCloud(Table);
        var consents = StoreOf(cloud);
        await consents.ChooseAsync(Key, [new("news", false, Stamp(1, "r"))], default);
        await consents.SuppressAsync(Key, new(SuppressionReason.Bounce, Stamp(0, "e")), default);
        await consents.LiftAsync(Key, Stamp(1, "l"), default);
        await consents.SuppressAsync(Key, new(SuppressionReason.Bounce, Stamp(3, "f")), default);
        var before = Assert.Single(cloud.Items(Table)).ToJsonString();

        await consents.ChooseAsync(Key, [new("news", true, Stamp(0, "q")), new("news", false, Stamp(1, "r"))], default);
        await consents.SuppressAsync(Key, new(SuppressionReason.Complaint, Stamp(2, "g")), default);
        await consents.LiftAsync(Key, Stamp(1, "l"), default);

        Assert.Equal(before, Assert.Single(cloud.Items(Table)).ToJsonString());
    }

    [Fact]
    public void Writers_side_by_side_lose_nothing() => Prop.ForAll(
        (from choices in Choices from seed in Gen.Choose(0, int.MaxValue) select (choices, seed)).ToArbitrary(),
        each => SideBySideAsync(each.choices, each.seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static async Task SideBySideAsync(ConsentChoice[] choices, int seed)
    {
        var cloud = new CustomerCloud(Table);
        var turns = new Turns(seed);
        cloud.Http.Around = (_, done) => done ? Task.CompletedTask : turns.WaitAsync();
        var consents = StoreOf(cloud);
        await turns.RunAsync(choices.Select(choice => consents.ChooseAsync(Key, [choice], default)));
        cloud.Http.Around = (_, _) => Task.CompletedTask;

        var found = await consents.FindAsync(Key, default);

        var expected = choices.Aggregate(AddressConsent.Unknown(Key), (consent, choice) => consent.With(choice));
        Assert.Equal(expected.Everything, found.Everything);
        Assert.Equal(
            expected.Topics.OrderBy(topic => topic.Key, StringComparer.Ordinal),
            found.Topics.OrderBy(topic => topic.Key, StringComparer.Ordinal));
    }

    private static DynamoDbConsents StoreOf(CustomerCloud cloud) => new(cloud.Http.Client, Table, cloud.Calls);

    private static UpdateStamp Stamp(int minute, string id) =>
        new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute), id);
}
