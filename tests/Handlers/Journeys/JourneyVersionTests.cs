using Engagement.Definitions.Journeys;
using Engagement.Journeys;

namespace Handlers.Tests.Journeys;

public sealed class JourneyVersionTests
{
    private const string Text = "event: e, where: { metrics: { v: { atLeast: 2 } } }, again: P1D, inside: restart, until: [u], "
        + "skipIf: { a: ['x'] }, between: 09:00-20:00, topic: t, "
        + "steps: [{ send: a }, { wait: P1D }, { if: { did: d }, then: [{ send: b }] }, "
        + "{ if: { segment: s }, then: [], else: [{ send: d }] }, "
        + "{ split: [{ share: 30, steps: [{ send: c }] }, { share: 70, steps: [] }] }]";

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<JourneyVersion> stored = [];

    [Fact]
    public void Version_is_read_as_it_was_written()
    {
        var written = JourneyVersion.From(Read(Text));
        var read = JourneyVersion.Parse(written.Id, written.Text);

        Assert.Equal(written.Text, JourneyVersion.From(read.Journey).Text);
        Assert.Equal((written.Id, 12), (JourneyVersion.From(read.Journey).Id, written.Id.Length));
    }

    [Theory]
    [InlineData("description: other, ", true)]
    [InlineData("closed: true, ", true)]
    [InlineData("segment: s, ", false)]
    public void Version_is_what_customers_go_through(string added, bool isSame) =>
        Assert.Equal(isSame, JourneyVersion.From(Read(Text)).Id == JourneyVersion.From(Read(added + Text)).Id);

    /// <summary>The ids are in stores: a changed program must not make new versions of unchanged journeys.</summary>
    [Fact]
    public void Id_stays_from_program_to_program() => Assert.Equal("64080b9fc840", JourneyVersion.From(Read(Text)).Id);

    [Fact]
    public void Each_step_is_found_by_its_position()
    {
        var journey = Read(Text);
        Assert.Equal(
            ["a", "b", "d", "c"],
            new[] { "0", "2.then.0", "3.else.0", "4.0.0" }.Select(
                text => ((JourneyStep.Send)new StepPosition(text).In(journey)!).Template));
        Assert.Null(new StepPosition("2.else.0").In(journey));
        Assert.Null(new StepPosition("5").In(journey));
        Assert.Throws<FormatException>(() => new StepPosition("0.then.0").In(journey));
    }

    [Fact]
    public void Deployment_keeps_what_customers_may_be_in_and_buries_what_is_gone()
    {
        var first = Deploy(JourneyBook.Empty, Now, Read(Text), Read(Text, "gone"));
        var changed = Deploy(first, Now.AddDays(1), Read("description: x, " + Text.Replace("P1D }", "P2D }", StringComparison.Ordinal)));

        var head = changed.Head("j")!;
        Assert.Equal((Now, Now.AddDays(1)), (head.Opens, changed.Head("gone")!.Removed));
        var kept = Assert.Single(head.Superseded);
        Assert.Equal(first.Head("j")!.Version, kept.Version);
        Assert.InRange(kept.Until - Now.AddDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(20));

        var rolledBack = Deploy(changed, Now.AddDays(2), Read(Text), Read(Text, "gone"));
        Assert.Equal((first.Head("j")!.Version, Now), (rolledBack.Head("j")!.Version, rolledBack.Head("j")!.Opens));
        Assert.Equal((null, Now.AddDays(2)), (rolledBack.Head("gone")!.Removed, rolledBack.Head("gone")!.Opens));
        Assert.Empty(Deploy(rolledBack, Now.AddDays(60), Read(Text)).Head("j")!.Superseded);
    }

    [Fact]
    public void Closing_makes_no_new_version()
    {
        var open = Deploy(JourneyBook.Empty, Now, Read(Text));
        var closed = Deploy(open, Now, Read("closed: true, " + Text));

        Assert.True(closed.Head("j")!.Closed);
        Assert.Equal((open.Head("j")!.Version, 0), (closed.Head("j")!.Version, closed.Head("j")!.Superseded.Count));
    }

    private JourneyBook Deploy(JourneyBook book, DateTimeOffset now, params Journey[] journeys)
    {
        var deployment = JourneyDeployment.Plan(new() { Journeys = journeys }, book, now, now);
        stored.AddRange(deployment.Versions.Where(version => stored.All(each => each.Id != version.Id)));
        return new(deployment.Heads, stored);
    }

    private static Journey Read(string text, string name = "j") =>
        JourneyCatalog.Parse($"journeys:\n  {name}: {{ {text} }}\n", "journeys.yaml").Journeys[0];
}
