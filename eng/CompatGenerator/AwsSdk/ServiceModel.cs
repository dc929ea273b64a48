using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.AwsSdk.Writers;

namespace CompatGenerator.AwsSdk;

/// <summary>What the listed operations of a service need, in the order of names.</summary>
internal sealed class ServiceModel
{
    private readonly EnumerationIndex enumerationIndex;
    private readonly Dictionary<string, Structure> declared;
    private readonly Dictionary<string, string> modelNames = [];
    private readonly SortedDictionary<string, Enumeration> enumerations = new(StringComparer.Ordinal);

    /// <param name="paginated">The names of the operations that the client can page through.</param>
    public ServiceModel(
        Service service,
        IReadOnlyList<SchemaFile> schemas,
        EnumerationIndex enumerationIndex,
        IReadOnlyCollection<string> paginated)
    {
        Service = service;
        this.enumerationIndex = enumerationIndex;
        declared = schemas.SelectMany(schema => schema.Structures).Select(WithoutOmitted).ToDictionary(structure => structure.Name);
        var operations = schemas.SelectMany(schema => schema.Operations).Select(Renamed).ToDictionary(operation => operation.Name);
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
        Structures =
        [
            .. Sent.Union(Received).Order(StringComparer.Ordinal).Select(name => declared[name]).Where(structure => !structure.Error),
        ];
        foreach (var (structure, member) in Structures.Concat(Errors)
            .SelectMany(structure => structure.Members.Select(member => (structure, member))))
        {
            if (EnumerationOf(structure, member) is { } enumeration)
            {
                enumerations[enumeration.Name] = enumeration;
            }
        }

        OtherNames =
        [
            .. enumerationIndex.Names.Append($"Amazon{service.Name}DefaultConfiguration")
                .Except(enumerations.Keys)
                .Order(StringComparer.Ordinal),
        ];
        OtherModelNames = [.. ModelNames(operations.Values, paginated).Except(Structures.Select(structure => structure.Name))
            .Except(Errors.Select(ErrorWriter.ClassName))
            .Except(Operations.Select(operation => operation.ResponseName))
            .Order(StringComparer.Ordinal)];
    }

    public Service Service { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Without the errors.</summary>
    public IReadOnlyList<Structure> Structures { get; }

    public IReadOnlyList<Structure> Errors { get; }

    /// <summary>The names of all other public types of the service's namespace.</summary>
    public IReadOnlyList<string> OtherNames { get; }

    /// <summary>The names of all other public types of the namespace <c>Model</c>.</summary>
    public IReadOnlyList<string> OtherModelNames { get; }

    public IReadOnlyCollection<Enumeration> Enumerations => enumerations.Values;

    /// <summary>Names of the structures that requests consist of.</summary>
    public IReadOnlySet<string> Sent { get; }

    /// <summary>Names of the structures that responses consist of.</summary>
    public IReadOnlySet<string> Received { get; }

    public IReadOnlySet<string> Requests { get; }

    public IReadOnlySet<string> Responses { get; }

    public Structure Structure(string name) => declared[name];

    public Enumeration? EnumerationOf(Structure structure, StructureMember member)
        => enumerationIndex.Find(modelNames.GetValueOrDefault(structure.Name, structure.Name), member.Name);

    public CSharpType TypeOf(Structure structure, StructureMember member)
        => CSharpType.From(member.Type, EnumerationOf(structure, member)?.Name, () => NumberOf($"{structure.Name}.{member.Name}"))
            ?? throw new GeneratorException($"{Service.Id}: the type of {structure.Name}.{member.Name} is not supported");

    private IEnumerable<string> ModelNames(IReadOnlyCollection<Operation> operations, IReadOnlyCollection<string> paginated)
    {
        var ends = operations.SelectMany(operation => new[] { operation.Input, operation.Output }).OfType<string>().ToHashSet();
        return declared.Values.Where(structure => !structure.Error && !ends.Contains(structure.Name)).Select(structure => structure.Name)
            .Concat(operations.SelectMany(operation => new[] { operation.RequestName, operation.ResponseName }))
            .Concat(paginated.Select(operation => $"I{operation}Paginator"))
            .Concat(paginated.Count == 0 ? [] : [$"I{Service.PackageName}PaginatorFactory", $"{Service.PackageName}PaginatorFactory"]);
    }

    private Structure WithoutOmitted(Structure structure)
        => structure with
        {
            Members = [.. structure.Members.Where(member => StructureOf(member.Type) is not { } name || !Service.Omitted.Contains(name))],
        };

    // The .NET SDK names requests and responses after the operation; some services' models call them otherwise.
    private Operation Renamed(Operation operation) => operation with
    {
        Input = operation.Input is { } input ? Rename(input, operation.RequestName) : null,
        Output = operation.Output is { } output ? Rename(output, operation.ResponseName) : null,
    };

    private string Rename(string modelName, string className)
    {
        if (modelName != className)
        {
            declared[className] = declared.Remove(modelName, out var structure)
                ? structure with { Name = className }
                : throw new GeneratorException(
                    $"two operations share {modelName}; the .NET SDK has a class for each, which is not written yet");
            modelNames[className] = modelName;
        }

        return className;
    }

    private string NumberOf(string member)
        => Service.Numbers.TryGetValue(member, out var type)
            ? type
            : throw new GeneratorException($"{Service.Id}: is {member} an int, a long or a double? Say so under 'numbers'");

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
