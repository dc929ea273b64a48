using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>A resource on its way to C#.</summary>
internal sealed record ResourceModel
{
    public required string Module { get; init; }

    public required string Name { get; init; }

    /// <summary>What it is registered as; of the provider the bare package name.</summary>
    public required string Token { get; init; }

    public required IReadOnlyList<Property> Outputs { get; init; }

    public required IReadOnlyList<Property> Args { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<string> SecretOutputs { get; init; }

    public required IReadOnlyList<string> ReplaceOnChanges { get; init; }

    public bool IsProvider => Name == "Provider" && Module.Length == 0;

    public string AttributeToken => IsProvider ? $"pulumi:providers:{Token}" : Token;

    public string BaseClass => IsProvider ? "ProviderResource" : "CustomResource";

    public static ResourceModel From(string module, string name, IReadOnlyList<Declaration> declarations, Script script, Naming naming)
    {
        var owner = new TypeKey(module, name).ToString();
        var inputs = script.Inputs.ToDictionary(input => input.Name);
        var secrets = script.SecretOutputs.Concat(script.Inputs.Where(input => input.Secret).Select(input => input.Name)).ToHashSet();
        IReadOnlyList<Member> Members(string type) =>
            [.. MembersOf(declarations, type).Where(member => naming.Includes(owner, member.Name))];
        var members = Members(name);

        Property Property(Member member) => new()
        {
            Wire = member.Name,
            Name = naming.PropertyName(owner, member.Name),
            Type = member.Type.Unwrapped().Present(),
            Required = !member.Optional && !member.Type.Unwrapped().IsOptional(),
            Deprecated = member.Deprecated,
            Number = naming.Number(owner, member.Name),
        };

        Property Argument(Member member) => Property(member) with
        {
            Secret = secrets.Contains(member.Name),
            Json = inputs[member.Name].Json,
            Default = inputs[member.Name].Default,
        };

        return new ResourceModel
        {
            Module = module,
            Name = name,
            Token = script.Token,
            Outputs =
            [
                .. members.Where(member => !member.Static).Select(Property).Where(property => naming.IncludesOutput(owner, property)),
            ],
            Args = [.. Members($"{name}Args").Select(Argument)],
            Aliases = script.Aliases,
            SecretOutputs = script.SecretOutputs,
            ReplaceOnChanges = script.ReplaceOnChanges,
        };
    }

    private static IReadOnlyList<Member> MembersOf(IReadOnlyList<Declaration> declarations, string name)
        => declarations.SingleOrDefault(declaration => declaration.Name == name)?.Members ?? [];
}
