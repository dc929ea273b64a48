using CompatGenerator.Declarations;
using CompatGenerator.PulumiAws;

namespace Infra.Tests.Generator;

public sealed class CSharpTypesTests
{
    private static readonly Naming Naming = new(new PulumiAwsList { Modules = { ["iam"] = "Iam", ["lambda"] = "Lambda" } });

    private static readonly TypeShape Text = new NamedType("string", []);

    public static TheoryData<string, string, string> Arguments => new()
    {
        { "string", "Input<string>", "string?" },
        { "number", "Input<int>", "int?" },
        { "boolean", "Input<bool>", "bool?" },
        { "pulumi.asset.Archive", "Input<Archive>", "Archive?" },
        { "RestApi", "Input<string>", "string?" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Simple_types_have_one_form_as_argument_and_one_as_output(string name, string argument, string output)
    {
        var type = new NamedType(name, []);

        Assert.Equal(argument, Types(Position.Args).Input(type, "int"));
        Assert.Equal(output, Types(Position.Output).Optional(type, "int"));
    }

    [Fact]
    public void A_list_is_never_null()
    {
        var list = new ArrayType(Input(Text));

        Assert.Equal("InputList<string>", Types(Position.Args).Input(list, "int"));
        Assert.Equal("ImmutableArray<string>", Types(Position.Output).Optional(list, "int"));
    }

    [Fact]
    public void A_map_of_lists_keeps_plain_lists_within()
        => Assert.Equal(
            "InputMap<ImmutableArray<string>>",
            Types(Position.Args).Input(new DictionaryType(Input(new ArrayType(Input(Text)))), "int"));

    [Fact]
    public void Nested_types_are_named_after_where_they_are_used()
    {
        Assert.Equal(
            "Input<Inputs.FunctionEnvironmentArgs>",
            Types(Position.Args).Input(new NamedType("inputs.lambda.FunctionEnvironment", []), "int"));
        Assert.Equal(
            "Input<Inputs.FunctionEnvironmentGetArgs>",
            Types(Position.State).Input(new NamedType("inputs.lambda.FunctionEnvironment", []), "int"));
        Assert.Equal(
            "Outputs.FunctionEnvironment",
            Types(Position.Output).Plain(new NamedType("outputs.lambda.FunctionEnvironment", []), "int"));
        Assert.Equal(
            "Input<Pulumi.Aws.Iam.Inputs.PolicyStatementArgs>",
            Types(Position.Args).Input(new NamedType("inputs.iam.PolicyStatement", []), "int"));
    }

    [Fact]
    public void An_open_enumeration_is_a_union_as_argument_and_text_as_output()
    {
        var union = new UnionType([Text, new NamedType("enums.lambda.Runtime", [])]);

        Assert.Equal("InputUnion<string, Pulumi.Aws.Lambda.Runtime>", Types(Position.Args).Input(union, "int"));
        Assert.Equal("string", Types(Position.Output).Plain(union, "int"));
    }

    [Fact]
    public void A_union_of_more_than_two_is_an_object()
        => Assert.Equal(
            "object",
            Types(Position.Args).Input(new UnionType([Text, new NamedType("number", []), new NamedType("boolean", [])]), "int"));

    private static CSharpTypes Types(Position position) => new(Naming, "lambda", position);

    private static NamedType Input(TypeShape type) => new("pulumi.Input", [type]);
}
