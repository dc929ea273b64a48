using System.Globalization;
using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Pixel;

/// <summary>What a query means, said once more as the documentation says it: parameter by parameter, in their order.</summary>
public class QueryMeaningTests
{
    private static readonly string[] Absent = ["", "undefined", " null "];
    private static readonly string[] Listed = ["evat_value", "evat_currency"];
    private static readonly string[] OfPixel = ["event", "endpoint_id", "sig", "exp", "gtmcb"];

    private static Gen<(string Name, string Value)> Parameter =>
        from name in Gen.Elements(
            "event", "endpoint_id", "user_id", "tz", "exp", "gtmcb", "evat_value", "evat_currency", "evat_x", "evat_", "evme_value", "evme_x",
            "usat_renewal_date", "usat_x", "evat", "Event", "", "evat-value", "xevat_value")
        from value in Gen.Elements(
            "purchase_success", "newsletter_signup", "other", "user-42", "user-43", "12.5", "7", "ten", "", "undefined", " null ", "a+b & 日本")
        select (name, value);

    [Fact]
    public void Anonymous_query_means_what_its_parameters_say_one_after_the_other() =>
        Prop.ForAll(Parameter.ListOf().ToArbitrary(), parameters =>
        {
            var message = PixelMessage.For("purchase_success");
            foreach (var (name, value) in parameters)
            {
                message.With(name, value);
            }

            Assert.Equal(Meaning([("event", "purchase_success"), ("endpoint_id", "user-42"), .. parameters]), Shown(message.Decide()));
        }).QuickCheckThrowOnFailure();

    private static string Shown(PixelDecision decision) => decision switch
    {
        PixelRejected rejected => rejected.Reason.ToString(),
        PixelAccepted { Event: var recorded, Dropped: var dropped } => Shown(
            recorded.Type,
            recorded.EndpointId,
            recorded.Attributes,
            recorded.Metrics,
            (dropped.Unlisted, dropped.UnsignedUser, dropped.Unknown)),
        _ => decision.ToString(),
    };

    private static string Meaning((string Name, string Value)[] parameters)
    {
        var (type, endpoint) = (Last("event"), Last("endpoint_id"));
        if (type is null or not ("purchase_success" or "newsletter_signup") || endpoint is null)
        {
            return (type is null ? RejectionReason.MissingEvent
                : endpoint is null && type is "purchase_success" or "newsletter_signup" ? RejectionReason.MissingEndpointId
                : RejectionReason.UnknownEvent).ToString();
        }

        var isPurchase = type == "purchase_success";
        var attributes = new Dictionary<string, string>();
        var metrics = new Dictionary<string, double>();
        var (unlisted, ofUser, unknown) = (0, 0, 0);
        foreach (var (name, value) in parameters)
        {
            var isAbsent = Absent.Contains(value);
            if (name.StartsWith("evat_", StringComparison.Ordinal) || name.StartsWith("evme_", StringComparison.Ordinal))
            {
                if (!isPurchase || !(Listed.Contains(name) || name == "evme_value"))
                {
                    unlisted++;
                }
                else if (name != "evme_value")
                {
                    Set(attributes, name["evat_".Length..], value, isAbsent);
                }
                else if (isAbsent || double.TryParse(value, CultureInfo.InvariantCulture, out _))
                {
                    Set(metrics, "value", isAbsent ? 0 : double.Parse(value, CultureInfo.InvariantCulture), isAbsent);
                }
                else
                {
                    return nameof(RejectionReason.MetricNotANumber);
                }
            }
            else if (name is "user_id" or "tz" || name.StartsWith("usat_", StringComparison.Ordinal))
            {
                ofUser += isAbsent ? 0 : 1;
            }
            else
            {
                unknown += OfPixel.Contains(name) ? 0 : 1;
            }
        }

        return Shown(type, endpoint, attributes, metrics, (unlisted, ofUser, unknown));

        string? Last(string name) => parameters.Last(each => each.Name == name).Value is var value && Absent.Contains(value) ? null : value;
    }

    private static void Set<T>(Dictionary<string, T> members, string name, T value, bool isAbsent)
    {
        members[name] = value;
        if (isAbsent)
        {
            members.Remove(name);
        }
    }

    private static string Shown(
        string type,
        string endpoint,
        IReadOnlyDictionary<string, string> attributes,
        IReadOnlyDictionary<string, double> metrics,
        (int Unlisted, int OfUser, int Unknown) dropped) => string.Join(
            '\n',
            [
                type,
                endpoint,
                .. attributes.OrderBy(each => each.Key).Select(each => $"{each.Key}={each.Value}"),
                .. metrics.OrderBy(each => each.Key).Select(each => $"{each.Key}={each.Value}"),
                $"{dropped}",
            ]);
}
