using Engagement.Pinpoint.Events;
using Engagement.Pixel.Recording;
using FsCheck;
using FsCheck.Fluent;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

public class NoValuesInLogsTests
{
    // In every place that a caller can fill; a mark in each makes a leak visible whatever surrounds it.
    private const string Mark = "Zq7Jane";

    [Fact]
    public void Nothing_that_a_caller_sent_is_logged_whatever_becomes_of_it() => Prop.ForAll(Requests, Outcomes, (request, outcome) =>
    {
        var function = new Function(request.Length % 2 == 0 ? Rules.Shipped : Rules.AnyEvent);
        function.Sink.Outcome = batch => outcome switch
        {
            0 => FakeSink.AllAccepted(batch),
            1 =>
                FakeSink.Each(
                    batch,
                    pending =>
                        new(
                            ItemStatus.Refused,
                            $"Bad value {string.Join(' ', pending.Event.Attributes.Values)} of {pending.Event.EndpointId} in "
                                + $"{pending.Event.Type} {string.Join(' ', pending.Event.Attributes.Keys)}")),
            2 => FakeSink.Each(batch, _ => new(ItemStatus.Accepted, null)) with
            {
                Endpoints = batch.Endpoints.ToDictionary(
                    each => each.EndpointId,
                    each => new ItemOutcome(ItemStatus.Refused, $"User {each.User?.UserId} ({each.EndpointId}) has too many")),
            },
            3 => FakeSink.Refuse(),
            _ => FakeSink.Throttle(),
        };
        function.RecordAsync([request], TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        Assert.DoesNotContain(Mark, function.Output, StringComparison.OrdinalIgnoreCase);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Jane", "The value 'Jane' and JANE are wrong", "The value '[…]' and […] are wrong")]
    [InlineData("a", "a bad value: a", "[…] bad value: […]")]
    [InlineData("bad", "bad, badly", "[…], badly")]
    [InlineData("[…]", "see […]", "see […]")]
    public void Values_are_taken_out_of_Pinpoints_words(string value, string message, string masked)
    {
        var recorded = PixelMessage.For("purchase_success", "endpoint").With("evat_value", value).Recorded();
        Assert.Equal(masked, ValueMask.Apply(message, recorded, listed: true));
    }

    [Fact]
    public void Pinpoints_words_are_cut() =>
        Assert.Equal(201, ValueMask.Apply(new string('x', 5_000), PixelMessage.For("purchase_success").Recorded(), listed: true).Length);

    private static Arbitrary<int> Outcomes => Gen.Choose(0, 4).ToArbitrary();

    private static Arbitrary<string> Requests
    {
        get
        {
            var value = Gen.Elements(Mark, $"{Mark}@example.com", $"x{Mark}\n", new string('x', 300) + Mark, "undefined", "1");
            var name = Gen.Elements(
                "event", "endpoint_id", "user_id", "sig", "exp", "evat_value", "evat_currency", "evme_value",
                "usat_renewal_date", $"evat_{Mark}", $"evat_{Mark}#", $"usat_{Mark}", Mark);
            var type = Gen.Elements("purchase_success", "subscription_started", "newsletter_signup", $"{Mark} Doe", $"{Mark}@x");
            return (from parameters in Gen.Zip(name, value).ListOf()
                    from eventType in type
                    from signed in Gen.Elements(true, false)
                    from agent in Gen.Elements($"{Mark}/1.0", $"{Mark}bot/1.0")
                    select Message(eventType, parameters, signed, agent)).ToArbitrary();
        }
    }

    private static string Message(string eventType, IEnumerable<(string Name, string Value)> parameters, bool signed, string agent)
    {
        var endpoint = $"{Mark}-endpoint";
        var message = parameters.Aggregate(new PixelMessage().WithFact("ua", agent), (each, pair) => each.With(pair.Name, pair.Value))
            .With("event", eventType).With("endpoint_id", endpoint);
        return (signed ? message.With("user_id", Mark).Signed(endpoint, Mark) : message).ToString();
    }
}
