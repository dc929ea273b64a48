namespace Handlers.Tests.ProvisionPinpoint;

public sealed class SegmentTests
{
    private readonly Function function = new();

    [Fact]
    public async Task A_changed_segment_keeps_its_id()
    {
        var created = await function.RunAsync(Declarations.Segment("create"));
        var updated = await function.RunAsync(Declarations.Segment("update", tier: "gold"));

        Assert.Equal(created, updated);
        Assert.Equal(["gold"], Assert.Single(function.Application.Segments.Values).Definition.Conditions[0].Values);
    }

    [Fact]
    public async Task A_sliding_segment_stays_where_it_was_moved_to()
    {
        var sliding = """{"sliding":true,"baseSegmentId":"s-1","conditions":[{"subject":"userAttribute","name":"at","operator":"between","values":["@","1970-01-01T01:00:00Z"]}]}""";
        await function.RunAsync(
            Declarations.Read(
                "segment",
                "reminder.x",
                "create",
                null,
                sliding.Replace("@", "1970-01-01T00:00:00Z", StringComparison.Ordinal)));
        await function.RunAsync(
            Declarations.Read(
                "segment",
                "reminder.x",
                "update",
                null,
                sliding.Replace("@", "1970-01-01T00:30:00Z", StringComparison.Ordinal)));

        Assert.Equal("1970-01-01T00:00:00Z", Assert.Single(function.Application.Segments.Values).Definition.Conditions[0].Values[0]);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_does_not_leave_two_when_it_is_repeated()
    {
        function.Application.Failing = "CreateSegment";
        await Assert.ThrowsAnyAsync<Exception>(() => function.RunAsync(Declarations.Segment("create")));
        await function.RunAsync(Declarations.Segment("create"));

        Assert.Single(function.Application.Segments);
    }

    [Fact]
    public async Task A_renamed_segment_leaves_nothing_under_its_old_name()
    {
        var before = Declarations.Segment("create");
        await function.RunAsync(before);
        await function.RunAsync(Declarations.Segment("update", name: "gold", previous: before));

        Assert.Equal("gold", Assert.Single(function.Application.Segments.Values).Name);
    }

    [Fact]
    public async Task Deleting_what_is_gone_is_no_error()
    {
        await function.RunAsync(Declarations.Segment("delete"));

        Assert.Empty(function.Application.Segments);
    }
}
