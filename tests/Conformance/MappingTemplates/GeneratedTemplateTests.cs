using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Tests.MappingTemplates;

/// <summary>The evaluator against an implementation of Velocity that others wrote.</summary>
public sealed class GeneratedTemplateTests(Engines engines) : IClassFixture<Engines>
{
    private const int Templates = 500;

    /// <summary>A failure names the template and the seed; <c>Config.WithReplay</c> takes the latter.</summary>
    [Fact]
    public void Five_hundred_generated_templates_render_as_velocityjs_renders_them() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Templates).WithStartSize(1).WithEndSize(60),
        Prop.ForAll(GeneratedTemplates.All, async template => Assert.Equal(await engines.TheirsAsync(template), Engines.Ours(template))));
}
