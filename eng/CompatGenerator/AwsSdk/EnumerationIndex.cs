using CompatGenerator.Declarations;

namespace CompatGenerator.AwsSdk;

/// <summary>Which members are enumerations: schemas call them strings, declarations name them.</summary>
internal sealed class EnumerationIndex
{
    private readonly Dictionary<string, Enumeration> enumerations;
    private readonly Dictionary<(string Structure, string Member), Enumeration> members;

    public EnumerationIndex(IReadOnlyList<DeclarationFile> files)
    {
        var declarations = files.SelectMany(file => file.Declarations).ToList();
        enumerations = declarations
            .Where(declaration =>
                declaration.Kind == DeclarationKind.Constant && declaration.Members.Any(member => member.Type is LiteralType))
            .ToDictionary(
                declaration => declaration.Name,
                declaration => new Enumeration(declaration.Name, [.. declaration.Members.Select(Value)]));
        members = declarations
            .Where(declaration => declaration.Kind is DeclarationKind.Interface or DeclarationKind.Class)
            .SelectMany(declaration =>
                declaration.Members.Select(member => (Key: (declaration.Name, member.Name), Enumeration: NamedBy(member.Type))))
            .Where(entry => entry.Enumeration is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Enumeration!);
    }

    /// <summary>The names of all enumerations of the service.</summary>
    public IReadOnlyCollection<string> Names => enumerations.Keys;

    /// <summary>The enumeration that a member, or its elements, is of; null when it is plain text.</summary>
    public Enumeration? Find(string structure, string member) => members.GetValueOrDefault((structure, member));

    private static string Value(Member member)
        => (member.Type as LiteralType)?.Value?.GetString() ?? throw new GeneratorException($"the value of {member.Name} is not text");

    private Enumeration? NamedBy(TypeShape type) => type switch
    {
        NamedType name => enumerations.GetValueOrDefault(name.Name),
        UnionType union => union.Types.Select(NamedBy).FirstOrDefault(found => found is not null),
        ArrayType array => NamedBy(array.Element),
        DictionaryType map => NamedBy(map.Value),
        _ => null,
    };
}
