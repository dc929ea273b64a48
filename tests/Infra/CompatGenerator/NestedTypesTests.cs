using CompatGenerator.Declarations;
using CompatGenerator.PulumiAws;

namespace Infra.Tests.Generator;

public sealed class NestedTypesTests
{
    private static readonly TypeKey Storage = new("lambda", "FunctionEphemeralStorage");

    [Fact]
    public void What_the_provider_always_gives_is_still_optional_when_it_may_be_left_out()
    {
        var types = new NestedTypes(new Naming(new PulumiAwsList()), [Declaration(optional: true)], [Declaration(optional: false)]);

        Assert.False(Assert.Single(types.Properties(Storage, Position.Output)).Required);
        Assert.False(Assert.Single(types.Properties(Storage, Position.Args)).Required);
    }

    [Fact]
    public void What_is_only_given_is_required_as_it_is_declared()
    {
        var types = new NestedTypes(new Naming(new PulumiAwsList()), [], [Declaration(optional: false)]);

        Assert.True(Assert.Single(types.Properties(Storage, Position.Output)).Required);
    }

    private static Declaration Declaration(bool optional) => new()
    {
        Kind = DeclarationKind.Interface,
        Name = "lambda.FunctionEphemeralStorage",
        Members = [new Member { Name = "size", Type = new NamedType("number", []), Optional = optional }],
    };
}
