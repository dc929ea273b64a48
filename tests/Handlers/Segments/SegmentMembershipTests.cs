using Engagement.Definitions.Segments;
using Engagement.Segments;

namespace Handlers.Tests.Segments;

/// <summary>Who belongs to a segment by its definition.</summary>
public sealed class SegmentMembershipTests
{
    public static TheoryData<string> Sentences => SegmentCase.Sentences;

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Definition_chooses_as_the_table_says(string sentence)
    {
        var given = SegmentCase.All[sentence];
        var isMember = SegmentMembership.Create<SegmentCustomer>(given.Definition.Conditions);

        Assert.All(given.In, customer => Assert.True(isMember(customer), $"{customer}"));
        Assert.All(given.Out, customer => Assert.False(isMember(customer), $"{customer}"));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Verdicts_on_the_conditions_come_to_the_same(string sentence)
    {
        var given = SegmentCase.All[sentence];

        Assert.All(given.In, customer => Assert.All(Verdicts(given, customer), verdict => Assert.True(verdict.Fits)));
        Assert.All(given.Out, customer => Assert.Contains(Verdicts(given, customer), verdict => !verdict.Fits));
    }

    [Fact]
    public void Verdict_says_what_it_found()
    {
        var found = SegmentCase.All.Values
            .SelectMany(given => given.In.SelectMany(customer => Verdicts(given, customer)))
            .Where(verdict => verdict.Condition.Operator is SegmentOperator.In);

        Assert.All(found, verdict => Assert.Contains(verdict.Found, value => verdict.Condition.Values.Contains(value)));
    }

    [Fact]
    public void Table_has_a_case_for_each_subject_and_each_way_of_comparing()
    {
        var conditions = SegmentCase.All.Values.SelectMany(each => each.Definition.Conditions).ToList();

        Assert.Equal(Enum.GetValues<SegmentSubject>().ToHashSet(), conditions.Select(each => each.Subject).ToHashSet());
        Assert.Equal(Enum.GetValues<SegmentOperator>().ToHashSet(), conditions.Select(each => each.Operator).ToHashSet());
    }

    // Of a million customers, a look at each must not be work for the garbage collector, as a pattern for dates would be.
    [Fact]
    public void Question_allocates_nothing()
    {
        var questions = SegmentCase.All.Values
            .Select(each =>
                (
                    Fits: SegmentMembership.Create<SegmentCustomer>(each.Definition.Conditions),
                    Customers: each.In.Concat(each.Out).ToArray()))
            .ToArray();

        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Ask();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask()
        {
            foreach (var (fits, customers) in questions)
            {
                foreach (var customer in customers)
                {
                    fits(customer);
                }
            }
        }
    }

    [Theory]
    [InlineData(SegmentSubject.UserAttribute, SegmentOperator.AtLeast)]
    [InlineData(SegmentSubject.Metric, SegmentOperator.In)]
    public void Comparison_that_the_subject_lacks_is_an_error_and_no_empty_segment(SegmentSubject subject, SegmentOperator compared) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentMembership.Create<SegmentCustomer>(
            [new() { Subject = subject, Name = "a", Operator = compared, Values = ["1"] }]));

    private static IReadOnlyList<ConditionVerdict> Verdicts(SegmentCase given, SegmentCustomer customer) =>
        ConditionVerdict.Judge(given.Definition.Conditions, customer);
}
