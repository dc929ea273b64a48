using System.Text.Json;
using Engagement.Infra.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Tests.MappingTemplates;

/// <summary>The templates that the stack deploys, over generated requests.</summary>
public sealed class StackTemplateTests(Engines engines) : IClassFixture<Engines>
{
    private static readonly string[] Names = ["event", "endpoint_id", "evat_value", "usat_plan", "sig", "t", "a b", "é&="];

    private static readonly string[] Headers = ["User-Agent", "Sec-GPC", "dnt", "Sec-Purpose", "Purpose", "X-Purpose", "X-Moz", "Accept"];

    private static readonly string[] Values =
    [
        "purchase_success",
        "user-42",
        "",
        "undefined",
        "null",
        "NaN",
        "[object Object]",
        " undefined ",
        "null,[object Object]",
        ", ",
        "\u00a0",
        "true",
        "0",
        "{{x}}",
        new string('x', 129),
        "1",
        "prefetch",
        "a, b",
        "A&B=c",
        "x}y#$s",
        "u+1@x",
        "50% off",
        "日本 é",
        "it's \"so\"",
        "~(*)!",
    ];

    [Theory]
    [InlineData("Pixel/store-request.vtl")]
    [InlineData("Pixel/refused.vtl")]
    [InlineData("Pixel/stored.vtl")]
    [InlineData("Pixel/unavailable.vtl")]
    [InlineData("Platforms/Ses/Unsubscribing/refused.vtl")]
    [InlineData("Platforms/Ses/Unsubscribing/store-choice.vtl")]
    public void A_template_of_the_stack_renders_as_velocityjs_renders_it(string file)
    {
        var template = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra", file));
        var requests =
            from query in Parameters(Names)
            from header in Parameters(Headers)
            from missing in Gen.Elements("", "event", "endpoint_id, event", "t")
            from unfit in Gen.Elements("", "endpoint_id")
            from body in Gen.Elements("", "List-Unsubscribe=One-Click", "topic=news&topic=a%20b", "x=\"{}$a\"&y=é")
            select new GatewayVariables(query, header, missing, unfit, body);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(requests.ToArbitrary(), async request =>
        {
            var ours = request.Evaluate(template);
            var theirs = await engines.TheirsAsync(template, request);
            Assert.Equal(theirs.Text, ours.Text);
            Assert.Equal(JsonSerializer.Serialize(Engines.Value(theirs.Context)), JsonSerializer.Serialize(ours.Context));
        }));
    }

    [Fact]
    public void Every_template_of_the_stack_is_among_them() => Assert.Equal(
        [
            "Pixel/refused.vtl", "Pixel/store-request.vtl", "Pixel/stored.vtl", "Pixel/unavailable.vtl",
            "Platforms/Ses/Unsubscribing/refused.vtl", "Platforms/Ses/Unsubscribing/store-choice.vtl",
        ],
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "infra"), "*.vtl", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "infra"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    private static Gen<Dictionary<string, string>> Parameters(string[] names) =>
        from chosen in Gen.SubListOf(names)
        from values in Gen.ListOf(Gen.Elements(Values), names.Length)
        select chosen.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
}
