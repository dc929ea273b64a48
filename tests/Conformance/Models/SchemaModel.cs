using CompatGenerator;
using CompatGenerator.AwsSdk.Schemas;

namespace Conformance.Tests.Models;

/// <summary>A service as the AWS SDK for JavaScript describes it: the schemas of its client.</summary>
internal sealed class SchemaModel : ClientModel
{
    private readonly Dictionary<string, Structure> structures;
    private readonly Dictionary<string, Operation> operations;

    private SchemaModel(IReadOnlyList<SchemaFile> files)
    {
        structures = files.SelectMany(file => file.Structures).ToDictionary(structure => structure.Name);
        operations = files.SelectMany(file => file.Operations).ToDictionary(operation => operation.Name);
    }

    /// <summary>Reads the schemas of a client.</summary>
    /// <param name="package">Folder of its npm package.</param>
    public static async Task<SchemaModel> ReadAsync(string package)
    {
        var files = Directory.EnumerateFiles(Path.Combine(package, "dist-es", "schemas"), "*.js").Order(StringComparer.Ordinal).ToList();
        return new(await Workspace.Open().Declarations.ReadAsync(
            Path.Combine("AwsSdk", "schemas.mjs"), files, SchemaContext.Default.IReadOnlyListSchemaFile, CancellationToken.None));
    }

    protected override (Shape Shape, string? Wrapper) Answer(string operation)
    {
        if (operations[operation].Output is not { } output)
        {
            return (StructureShape.Empty, null);
        }

        var payload = structures[output].Members.SingleOrDefault(member => member.Location == MemberLocation.Payload);
        return (payload is null ? Named(output) : Of(payload.Type), null);
    }

    protected override (StructureShape Shape, int? Status)? Error(string operation, string code) =>
        structures.GetValueOrDefault(code) is { Error: true } ? (Named(code), null) : null;

    private StructureShape Named(string name) => new(structures[name].Members.ToDictionary(
        member => member.WireName,
        member => new ShapeMember(() => Of(member.Type), member.Required)));

    private Shape Of(SchemaType type) => type switch
    {
        StructureType structure => Named(structure.Name),
        ListType list => new ListShape(() => Of(list.Element)),
        MapType map => new MapShape(() => Of(map.Value)),
        NumberType => new NumberShape(),
        BooleanType => new BooleanShape(),
        TimestampType => new TimeShape(IsText: false),
        Iso8601Type => new TimeShape(IsText: true),
        _ => new TextShape(),
    };
}
