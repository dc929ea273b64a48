using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>A structure: its properties, and, out of sight, how it is written in a request and read from an answer.</summary>
internal static class StructureWriter
{
    public static void Write(CodeWriter code, ServiceModel model, Structure structure)
    {
        var written = model.Sent.Contains(structure.Name);
        code.Block($"public partial class {structure.Name}{Bases(model, structure, written)}", () =>
        {
            Properties(code, model, structure);
            if (written && Body(structure).Any())
            {
                WriteMembers(code, model, structure);
            }

            if (model.Received.Contains(structure.Name))
            {
                ReadMember(code, model, structure);
            }
        });
    }

    public static void Properties(CodeWriter code, ServiceModel model, Structure structure)
    {
        foreach (var member in Members(structure))
        {
            var type = model.TypeOf(structure, member);
            var initial = type.Collection ? $" = AWSConfigs.InitializeCollections ? new {type.Name}() : null;" : "";
            code.Line($"public {type.Name} {member.PropertyName} {{ get; set; }}{initial}");
        }
    }

    private static IEnumerable<StructureMember> Members(Structure structure)
        => structure.Members.Where(member => !structure.Error || !ErrorWriter.IsInherited(member))
            .OrderBy(member => member.PropertyName, StringComparer.Ordinal);

    private static IEnumerable<StructureMember> Body(Structure structure) =>
        Members(structure).Where(member => member.Location == MemberLocation.Body);

    private static string Bases(ServiceModel model, Structure structure, bool written)
    {
        var @base = model.Requests.Contains(structure.Name) ? $"Amazon{model.Service.Name}Request"
            : model.Responses.Contains(structure.Name) ? "AmazonWebServiceResponse" : null;
        var writable = written && Body(structure).Any() ? "IJsonWritable" : null;
        var readable = model.Received.Contains(structure.Name) ? "IJsonReadable" : null;
        var bases = new[] { @base, writable, readable }.OfType<string>().ToList();
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    public static void ReadMember(CodeWriter code, ServiceModel model, Structure structure)
        => code.Block("void IJsonReadable.ReadMember(JsonUnmarshallerContext context, int depth, ref StreamingUtf8JsonReader reader)", () =>
        {
            foreach (var (index, member) in Members(structure).Index())
            {
                code.Line($"{(index == 0 ? "" : "else ")}if (context.TestExpression(\"{member.WireName}\", depth, ref reader)) "
                    + $"{member.PropertyName} = {model.TypeOf(structure, member).ReaderInstance}.Unmarshall(context, ref reader);");
            }
        });

    private static void WriteMembers(CodeWriter code, ServiceModel model, Structure structure)
    {
        code.Block("void IJsonWritable.WriteMembers(Utf8JsonWriter writer)", () =>
        {
            foreach (var member in Body(structure))
            {
                var type = model.TypeOf(structure, member);
                var value = member.IdempotencyToken ? $"{member.PropertyName} ?? Guid.NewGuid().ToString()" : member.PropertyName;
                var elements = type.ElementWriter is { } writer ? $", {writer}" : "";
                code.Line($"writer.{type.WriteMethod}(\"{member.WireName}\", {value}{elements});");
            }
        });
    }
}
