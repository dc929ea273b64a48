using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;
using Engagement.Local.ApiGateway.MappingTemplates.Variables;

namespace Local.Tests.ApiGateway.MappingTemplates;

/// <summary>Renders templates over a few variables.</summary>
internal static class Rendering
{
    public static string Render(string template) => MappingTemplate.Parse(template).Evaluate(new Dictionary<string, object?>
    {
        ["s"] = "a, b",
        ["n"] = 7L,
        ["t"] = true,
        ["f"] = false,
        ["e"] = "",
        ["rounds"] = new VelocityList(Enumerable.Range(0, 1000).Select(object? (round) => (long)round)),
        ["list"] = new VelocityList(["x", "y", "z"]),
        ["map"] = new VelocityMap { ["a"] = "A&B", ["b"] = "u+1@x.com", ["n"] = 3L },
        ["input"] = new InputVariable(
            new() { ["id"] = "from path" },
            new() { ["id"] = "from query", ["q"] = "it's" },
            new() { ["Id"] = "from header", ["X-One"] = "1" },
            "a=1&b=%20"),
        ["util"] = new UtilVariable(),
    });

    public static TemplateException Fails(string template) => Assert.Throws<TemplateException>(() => Render(template));
}
