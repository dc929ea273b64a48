using Engagement.Definitions.Segments;
using FsCheck;
using FsCheck.Fluent;
using Handlers.Tests.Segments;

namespace Local.Tests.Pinpoint;

/// <summary>Definitions as the file may hold them, with customers by their endpoints' ids. Few words, so that many fit.</summary>
internal sealed record SegmentSamples(SegmentDefinition Definition, IReadOnlyDictionary<string, SegmentCustomer> Customers)
{
    private static readonly string[] Instants = ["2026-03-01T00:00:00Z", "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z"];

    private static readonly string[] Words =
    [
        "gold", "golden", "Gold", "", "é", "u0", "u1", "2026-03-01", "2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00+01:00", .. Instants,
    ];

    private static readonly string[] Names = ["plan", "Plan", "UserId"];
    private static readonly string[] Numbers = ["-1.5", "0", "0.1", "3", "1E+20"];
    private static readonly string[] Countries = ["DE", "AT", "CH"];
    private static readonly string[] Channels = ["EMAIL", "SMS", "CUSTOM"];
    private static readonly string[] Devices = ["ios", "iOS", "2.1", "2.10", ""];

    /// <summary>Any of them.</summary>
    public static Arbitrary<SegmentSamples> Any => (
        from conditions in Few(Condition, 1, 3)
        from customers in Few(Customer, 1, 6)
        select new SegmentSamples(Define(conditions), Endpoints(customers))).ToArbitrary();

    private static Gen<SegmentCondition> Condition => Gen.OneOf(Attribute, Attribute, Metric, Set);

    private static Gen<SegmentCondition> Attribute =>
        from subject in Gen.Elements(SegmentSubject.UserAttribute, SegmentSubject.Attribute)
        from name in Gen.Elements(Names)
        from compared in Gen.Elements(
            SegmentOperator.In, SegmentOperator.NotIn, SegmentOperator.Contains, SegmentOperator.Before, SegmentOperator.After,
            SegmentOperator.Between, SegmentOperator.On)
        from values in compared switch
        {
            SegmentOperator.In or SegmentOperator.NotIn or SegmentOperator.Contains => Few(Gen.Elements(Words), 1, 3),
            SegmentOperator.Between => Gen.Elements<string[]>([.. Instants[..2]], [.. Instants[1..]], [Instants[0], Instants[2]]),
            SegmentOperator.On => Gen.Elements<string[]>(["2026-03-01T00:00:00Z"], ["2026-03-02T00:00:00Z"]),
            _ => Few(Gen.Elements(Instants), 1, 1),
        }
        select new SegmentCondition { Subject = subject, Name = name, Operator = compared, Values = values };

    private static Gen<SegmentCondition> Metric =>
        from name in Gen.Elements(Names)
        from compared in Gen.Elements(
            SegmentOperator.Equal, SegmentOperator.MoreThan, SegmentOperator.AtLeast, SegmentOperator.LessThan, SegmentOperator.AtMost)
        from number in Gen.Elements(Numbers)
        select new SegmentCondition { Subject = SegmentSubject.Metric, Name = name, Operator = compared, Values = [number] };

    private static Gen<SegmentCondition> Set =>
        from subject in Gen.Elements(
            SegmentSubject.Country, SegmentSubject.Channel, SegmentSubject.Platform, SegmentSubject.Make, SegmentSubject.Model,
            SegmentSubject.AppVersion)
        from compared in Gen.Elements(SegmentOperator.In, SegmentOperator.NotIn)
        from values in Few(
            Gen.Elements(subject switch
            {
                SegmentSubject.Country => Countries,
                SegmentSubject.Channel => Channels,
                _ => Devices,
            }),
            1,
            2)
        select new SegmentCondition { Subject = subject, Operator = compared, Values = values };

    private static Gen<SegmentCustomer> Customer =>
        from userAttributes in Attributes
        from attributes in Attributes
        from metrics in Few(from name in Gen.Elements(Names) from number in Gen.Elements(-1.5, 0, 0.1, 3, 1e20) select (name, number), 0, 3)
        from channel in Gen.Elements([null, .. Channels])
        from country in Gen.Elements([null, .. Countries])
        from device in Gen.Elements([null, .. Devices]).ArrayOf(4)
        from known in Gen.Elements(true, false)
        from optOut in Gen.Elements(null, "NONE", "ALL")
        from status in Gen.Elements(null, "ACTIVE", "INACTIVE")
        select new SegmentCustomer
        {
            UserId = known ? "" : null,
            UserAttributes = userAttributes,
            Attributes = attributes,
            Metrics = metrics.DistinctBy(each => each.name).ToDictionary(each => each.name, each => each.number),
            Channel = channel,
            Country = country,
            Platform = device[0],
            Make = device[1],
            Model = device[2],
            AppVersion = device[3],
            OptOut = optOut,
            Status = status,
        };

    private static Gen<Dictionary<string, string[]>> Attributes =>
        from attributes in Few(from name in Gen.Elements(Names) from values in Few(Gen.Elements(Words), 0, 3) select (name, values), 0, 3)
        select attributes.DistinctBy(each => each.name).ToDictionary(each => each.name, each => each.values);

    private static Gen<T[]> Few<T>(Gen<T> each, int least, int most) =>
        from count in Gen.Choose(least, most)
        from all in each.ArrayOf(count)
        select all;

    // As in the file: each attribute and each other subject at most once.
    private static SegmentDefinition Define(SegmentCondition[] conditions) =>
        new() { Name = "sample", Conditions = [.. conditions.DistinctBy(each => (each.Subject, each.Name))] };

    // Each with a user of its own: endpoints of one user share their attributes.
    private static Dictionary<string, SegmentCustomer> Endpoints(SegmentCustomer[] customers) => customers
        .Select((customer, i) => (Id: $"e{i}", Customer: customer with { UserId = customer.UserId is null ? null : $"u{i}" }))
        .ToDictionary(each => each.Id, each => each.Customer);
}
