using System.Reflection;
using Arrows;

namespace Infra.Tests.Arrows;

/// <summary>The folders of the product form no circle but the explained ones: <c>dotnet run --project eng/Arrows</c> draws them.</summary>
public sealed class FolderArrowTests
{
    private static readonly Lazy<Projects> Tree = new(Projects.Read);

    [Fact]
    public void No_circle_of_folders_stands_unexplained()
    {
        var faults = Drawing.From(Tree.Value).Faults;
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Known_arrows_are_drawn()
    {
        var arrows = Tree.Value.Arrows();
        Assert.Contains(new Arrow("infra", "infra/Pixel"), arrows);
        Assert.Contains(new Arrow("local/Pinpoint", "local/Aws"), arrows);
        Assert.Contains(new Arrow("handlers/RecordPixelEvents", "engagement/Engagement/Pixel"), arrows);
    }

    [Fact]
    public void What_the_compiler_makes_of_a_lambda_lies_where_the_lambda_stands()
    {
        var project = new Project("tests/Infra", typeof(FolderArrowTests).Assembly, "Infra.Tests");
        var closure = typeof(FolderArrowTests).GetNestedTypes(BindingFlags.NonPublic)
            .First(type => type.Name.Contains('<', StringComparison.Ordinal));
        Assert.Equal("tests/Infra/Arrows", project.FolderOf(closure));
    }

    [Fact]
    public void A_lambda_of_a_program_draws_its_arrows_although_it_has_no_namespace() => Assert.Contains(
        Tree.Value.Reasons(new Arrow("handlers/FilterAudience", "engagement/Engagement.Pinpoint/Campaigns")),
        reason => reason.StartsWith("Program+", StringComparison.Ordinal));

    [Fact]
    public void An_arrow_has_its_reasons() => Assert.Contains(
        "Engagement.Infra.EngagementStack uses Engagement.Infra.Pixel.PixelEndpoint",
        Tree.Value.Reasons(new Arrow("infra", "infra/Pixel")));

    [Fact]
    public void The_diagram_has_the_projects_and_their_arrows()
    {
        var diagram = Drawing.From(Tree.Value).OfProjects;
        Assert.StartsWith("```mermaid\nflowchart LR\n", diagram, StringComparison.Ordinal);
        Assert.Contains("    local[local] --> infra[infra]\n", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_reach_each_other_are_one_circle()
    {
        var circle = Assert.Single(Circle.In([new("a", "b"), new("b", "c"), new("c", "a"), new("c", "d"), new("d", "e")]));
        Assert.Equal(["a", "b", "c"], circle.Folders);
        Assert.Equal(["a → b", "b → c", "c → a"], circle.Arrows.Select(arrow => arrow.ToString()));
    }

    [Fact]
    public void Circles_that_do_not_meet_are_two() =>
        Assert.Equal(2, Circle.In([new("a", "b"), new("b", "a"), new("b", "c"), new("c", "d"), new("d", "c")]).Count);

    [Fact]
    public void Arrows_that_run_one_way_are_no_circle() => Assert.Empty(Circle.In([new("a", "b"), new("a", "c"), new("b", "c")]));

    [Fact]
    public void An_explained_arrow_opens_its_circle()
    {
        Arrow[] arrows = [new("a", "b"), new("b", "a")];
        Assert.Single(Drawing.From(Tree.Value, arrows, []).Faults);
        Assert.Empty(Drawing.From(Tree.Value, arrows, [new("b", "a", "a reason")]).Faults);
    }

    [Fact]
    public void An_explained_arrow_that_closes_no_circle_is_a_fault() =>
        Assert.Equal(["Explained and in no circle: a → b"], Drawing.From(Tree.Value, [new("a", "b")], [new("a", "b", "a reason")]).Faults);
}
