namespace Local.Tests.Configuration;

/// <summary>
/// What <c>Pulumi.yaml</c> declares for all stacks under <c>config:</c>, with Pulumi's meaning (pulumi/pulumi,
/// sdk/go/common/workspace/config.go and project.go).
/// </summary>
public sealed class ProjectConfigTests
{
    [Fact]
    public void A_stack_has_what_the_project_says_unless_it_says_otherwise()
    {
        using var folder = new ProjectFolder(
            """
            config:
              aws:region: eu-west-1
              pixel:rateLimit: { value: 700 }
              size: 3
              shop:names: [a, b]
              kind: { type: string, default: small }
              limits: { type: object, default: { most: 5 } }
            """,
            "config:\n  pixel:rateLimit: 900\n  kind: large\n");

        Assert.Equal(
            [
                "aws:region=eu-west-1", "pixel:rateLimit=900", "shop:kind=large", """shop:limits={"most":5}""", """shop:names=["a","b"]""",
                "shop:size=3"
            ],
            folder.Read().Values.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void A_key_of_the_project_may_name_a_part_of_a_structured_setting()
    {
        using var folder = new ProjectFolder(
            """
            config:
              aws:defaultTags.tags.project: shop
              aws:defaultTags.tags["cost center"]: 42
              aws:zones[0]: a
            """,
            "config:\n  aws:defaultTags: { tags: { project: other } }\n");

        var values = folder.Read().Values;
        Assert.Equal("""{"tags":{"project":"other","cost center":42}}""", values["aws:defaultTags"]);
        Assert.Equal("""["a"]""", values["aws:zones"]);
    }

    [Fact]
    public void All_that_a_stack_has_to_set_is_named()
    {
        using var folder = new ProjectFolder("config:\n  size: { type: integer }\n  key: { type: string, secret: true }\n", "config:\n");

        Assert.Equal(
            "Pulumi.yaml:5:3: config.key: stack 'dev' does not set it, and it has no default; set it with 'pulumi config set --secret "
                + "shop:key'.\n" +
            "Pulumi.yaml:4:3: config.size: stack 'dev' does not set it, and it has no default; set it with 'pulumi config set shop:size'.",
            folder.Refusal());
    }

    [Theory]
    [InlineData("integer", "5")]
    [InlineData("integer", "'5'")]
    [InlineData("integer", "-5")]
    [InlineData("boolean", "true")]
    [InlineData("boolean", "'false'")]
    [InlineData("string", "5")]
    [InlineData("string", "")]
    [InlineData("object", "{ a: 1 }")]
    [InlineData("integer", "{ secure: v1:cipher }")]
    [InlineData("array, items: { type: integer }", "[1, '2', 3.0]")]
    [InlineData("array, items: { type: array, items: { type: string } }", "[[a], []]")]
    public void A_value_of_the_declared_type_is_taken(string type, string value)
    {
        using var folder = new ProjectFolder($"config:\n  a: {{ type: {type} }}\n", $"config:\n  a: {value}\n");

        Assert.Single(folder.Read().Values);
    }

    [Theory]
    [InlineData("integer", "many", "integer")]
    [InlineData("integer", "1.5", "integer")]
    [InlineData("integer", "1,000", "integer")]
    [InlineData("boolean", "yes", "boolean")]
    [InlineData("boolean", "1", "boolean")]
    [InlineData("string", "[a]", "string")]
    [InlineData("object", "[a]", "object")]
    [InlineData("object", "a", "object")]
    [InlineData("array, items: { type: integer }", "[1, a]", "array<integer>")]
    [InlineData("array, items: { type: integer }", "1", "array<integer>")]
    public void A_value_of_another_type_is_refused_with_both_places_and_without_the_value(string type, string value, string name)
    {
        using var folder = new ProjectFolder($"config:\n  a: {{ type: {type} }}\n", $"config:\n  a: {value}\n");

        Assert.Equal($"Pulumi.dev.yaml:2:6: shop:a: is not of the type {name}, which Pulumi.yaml:4:3 declares.", folder.Refusal());
    }

    [Fact]
    public void A_secret_has_to_be_encrypted()
    {
        using var folder = new ProjectFolder("config:\n  a: { type: string, secret: true }\n", "config:\n  a: hunter2\n");

        var refusal = folder.Refusal();
        Assert.StartsWith("Pulumi.dev.yaml:2:6: shop:a: is a secret, but not encrypted;", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: { type: number }", "Pulumi.yaml:4:14: config.a.type: is not one of string, integer, boolean, array, object.")]
    [InlineData("a: { type: array }", "Pulumi.yaml:4:8: config.a.items: is missing;")]
    [InlineData("a: { typ: string }", "Pulumi.yaml:4:8: config.a.typ: there is no such member;")]
    [InlineData("a: { type: integer, default: many }", "Pulumi.yaml:4:32: config.a.default: is not of the type integer.")]
    [InlineData("a: { type: string, default: 5 }", "Pulumi.yaml:4:31: config.a.default: is not of the type string.")]
    [InlineData("a: { default: b, value: c }", "Pulumi.yaml:4:8: config.a: has both a default and a value.")]
    [
        InlineData(
            "aws:region: { type: string }",
            "Pulumi.yaml:4:17: config.aws:region.type: only settings of the project's own namespace have one;")
    ]
    [InlineData("aws:region: { default: eu-west-1 }", "Pulumi.yaml:4:17: config.aws:region.default: only settings")]
    [InlineData("aws:region: { description: where }", "Pulumi.yaml:4:15: config.aws:region.value: is missing;")]
    [InlineData("a: 1.5", "Pulumi.yaml:4:6: config.a: is neither")]
    [InlineData("a..b: c", "Pulumi.yaml:4:3: config.a..b: is no path within a setting:")]
    public void A_declaration_that_Pulumi_would_not_take_is_refused_with_its_place(string declaration, string expected)
    {
        using var folder = new ProjectFolder($"config:\n  {declaration}\n", "config:\n");

        Assert.StartsWith(expected, folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stackConfigDir: environments\n")]
    [InlineData("config: environments\n")]
    public void Stack_files_may_be_in_a_folder_of_their_own(string project)
    {
        using var folder = new ProjectFolder(project);
        folder.Write("environments/Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n");

        Assert.Equal("eu-west-1", folder.Read().Region);
    }

    [Fact]
    public void A_project_without_a_name_is_refused()
    {
        using var folder = new ProjectFolder(stack: "config:\n");
        folder.Write("Pulumi.yaml", "runtime: dotnet\n");

        Assert.Equal("Pulumi.yaml:1:1: name: is missing, or no text; it names the project.", folder.Refusal());
    }
}
