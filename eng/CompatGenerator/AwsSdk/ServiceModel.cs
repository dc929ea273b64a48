using CompatGenerator.AwsSdk.Schemas;

namespace CompatGenerator.AwsSdk;

/// <summary>What the listed operations of a service need, in the order of names.</summary>
internal sealed class ServiceModel
{
    private readonly EnumerationIndex enumerationIndex;
    private readonly Dictionary<string, Structure> declared;
    private readonly SortedDictionary<string, Enumeration> enumerations = new(StringComparer.Ordinal);

    public ServiceModel(Service service, IReadOnlyList<SchemaFile> schemas, EnumerationIndex enumerationIndex)
    {
        Service = service;
        this.enumerationIndex = enumerationIndex;
        declared = schemas.SelectMany(schema => schema.Structures).ToDictionary(structure => structure.Name);
        var operations = schemas.SelectMany(schema => schema.Operations).ToDictionary(operation => operation.Name);
        Operations = [.. service.Operations.Order(StringComparer.Ordinal).Select(name => operations.GetValueOrDefault(name)
            ?? throw new GeneratorException($"{service.Package} has no operation '{name}'"))];
        // The client's own base class of all errors is declared as one of them.
        Errors = [.. declared.Values
            .Where(structure => structure.Error && !structure.Name.EndsWith("ServiceException", StringComparison.Ordinal))
            .OrderBy(error => error.Name, StringComparer.Ordinal)];
        Sent = Reachable(Operations.Select(operation => operation.Input));
        Received = Reachable([.. Operations.Select(operation => operation.Output), .. Errors.Select(error => error.Name)]);
        Requests = Operations.Select(operation => operation.Input).OfType<string>().ToHashSet();
        Responses = Operations.Select(operation => operation.Output).OfType<string>().ToHashSet();
        Structures = [.. Sent.Union(Received).Order(StringComparer.Ordinal).Select(name => declared[name]).Where(structure => !structure.Error)];
        foreach (var (structure, member) in Structures.Concat(Errors).SelectMany(structure => structure.Members.Select(member => (structure, member))))
        {
            if (EnumerationOf(structure, member) is { } enumeration)
            {
                enumerations[enumeration.Name] = enumeration;
            }
        }
    }

    public Service Service { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Without the errors.</summary>
    public IReadOnlyList<Structure> Structures { get; }

    public IReadOnlyList<Structure> Errors { get; }

    public IReadOnlyCollection<Enumeration> Enumerations => enumerations.Values;

    /// <summary>Names of the structures that requests consist of.</summary>
    public IReadOnlySet<string> Sent { get; }

    /// <summary>Names of the structures that responses consist of.</summary>
    public IReadOnlySet<string> Received { get; }

    public IReadOnlySet<string> Requests { get; }

    public IReadOnlySet<string> Responses { get; }

    public Structure Structure(string name) => declared[name];

    public Enumeration? EnumerationOf(Structure structure, StructureMember member) => enumerationIndex.Of(structure.Name, member.Name);

    public CSharpType TypeOf(Structure structure, StructureMember member)
        => CSharpType.Of(member.Type, EnumerationOf(structure, member)?.Name, () => NumberOf($"{structure.Name}.{member.Name}"))
            ?? throw new GeneratorException($"{Service.Id}: the type of {structure.Name}.{member.Name} is not supported");

    private string NumberOf(string member)
        => Service.Numbers.TryGetValue(member, out var type) ? type : throw new GeneratorException($"{Service.Id}: is {member} an int, a long or a double? Say so under 'numbers'");

    private HashSet<string> Reachable(IEnumerable<string?> roots)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(roots.OfType<string>());
        while (open.TryPop(out var name))
        {
            if (found.Add(name))
            {
                foreach (var next in declared[name].Members.Select(member => StructureOf(member.Type)).OfType<string>())
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }

    private static string? StructureOf(SchemaType type) => type switch
    {
        StructureType structure => structure.Name,
        ListType list => StructureOf(list.Element),
        MapType map => StructureOf(map.Value),
        _ => null,
    };
}
