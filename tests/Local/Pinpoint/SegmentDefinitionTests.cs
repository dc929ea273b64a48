using Engagement.Definitions.Segments;
using Engagement.Segments;
using FsCheck;
using FsCheck.Fluent;
using Handlers.Tests.Segments;

namespace Local.Tests.Pinpoint;

/// <summary>The segment of a definition holds the same customers by the rule and, provisioned, in the local Pinpoint.</summary>
public sealed class SegmentDefinitionTests
{
    public static TheoryData<string> Sentences => SegmentCase.Sentences;

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Provisioned_segment_chooses_as_the_table_says(string sentence)
    {
        var given = SegmentCase.All[sentence];

        foreach (var (customer, expected) in given.In.Select(each => (each, true)).Concat(given.Out.Select(each => (each, false))))
        {
            // A cloud each: endpoints of one user share their attributes, and of one address only the latest is active.
            using var segments = new ProvisionedSegments();
            segments.Add("customer", customer);

            Assert.True(expected == (await segments.MembersAsync(given.Definition)).Contains("customer"), $"{customer}");
        }
    }

    [Fact]
    public void Rule_and_provisioned_segment_choose_the_same_customers()
    {
        var (chosen, left) = (0, 0);

        Prop.ForAll(SegmentSamples.Any, given =>
        {
            using var segments = new ProvisionedSegments();
            foreach (var (id, customer) in given.Customers)
            {
                segments.Add(id, customer);
            }

            var isMember = SegmentMembership.Create<SegmentCustomer>(given.Definition.Conditions);
            var expected = given.Customers.Where(each => isMember(each.Value)).Select(each => each.Key).ToHashSet();
            Assert.Equal(expected, segments.MembersAsync(given.Definition).GetAwaiter().GetResult());
            chosen += expected.Count;
            left += given.Customers.Count - expected.Count;
        }).QuickCheckThrowOnFailure();

        // Samples that nobody, or everybody, fits would show nothing.
        Assert.True(chosen > 20 && left > 20, $"{chosen} chosen, {left} left out.");
    }
}
