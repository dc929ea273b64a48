using System.Numerics;
using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;
using Engagement.Local.ApiGateway.MappingTemplates.Variables;

namespace Local.Tests.ApiGateway.MappingTemplates;

/// <summary>Renders templates over a few variables.</summary>
internal static class Rendering
{
    public static string Render(string template, string body = "") => Template.Parse(template).Evaluate(new Dictionary<string, object?>
    {
        ["s"] = "a, b",
        ["n"] = new BigInteger(7),
        ["t"] = true,
        ["f"] = false,
        ["e"] = "",
        ["list"] = new TemplateList(["x", "y", "z"]),
        ["map"] = new TemplateMap { ["a"] = "A&B", ["b"] = "u+1@x.com", ["n"] = new BigInteger(3) },
        ["input"] = new InputVariable(
            body,
            new() { ["id"] = "from path" },
            new() { ["id"] = "from query", ["q"] = "it's" },
            new() { ["Id"] = "from header", ["X-One"] = "1" }),
        ["util"] = new UtilVariable(),
    });

    public static TemplateException Fails(string template, string body = "") => Assert.Throws<TemplateException>(() => Render(template, body));
}
