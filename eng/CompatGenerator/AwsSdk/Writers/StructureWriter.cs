using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>A structure: its properties, and, out of sight, how it is written in a request and read from a response.</summary>
internal static class StructureWriter
{
    private static readonly string[] Imports =
    [
        "Amazon.Runtime", "Amazon.Runtime.Internal.Transform", "Amazon.Runtime.Internal.Util", "AwsSdkRuntime", "System", "System.Collections.Generic", "System.IO", "System.Text.Json",
    ];

    public static GeneratedFile Write(ServiceModel model, Structure structure)
    {
        var service = model.Service;
        var written = model.Sent.Contains(structure.Name);
        return SourceFile.Of(service, $"Model/{structure.Name}.cs", $"{service.Namespace}.Model", Imports, code =>
        {
            code.Block($"public partial class {structure.Name}{Bases(model, structure, written)}", () =>
            {
                Properties(code, model, structure);
                if (written && Body(structure).Any())
                {
                    code.Line();
                    WriteMembers(code, model, structure);
                }
            });
            if (model.Received.Contains(structure.Name))
            {
                UnmarshallerWriter.Write(code, model, structure);
            }
        });
    }

    public static void Properties(CodeWriter code, ServiceModel model, Structure structure)
    {
        var members = Members(structure).ToList();
        foreach (var member in members)
        {
            if (member != members[0])
            {
                code.Line();
            }

            var type = model.TypeOf(structure, member);
            var initial = type.Collection ? $" = AWSConfigs.InitializeCollections ? new {type.Name}() : null;" : "";
            code.Line($"public {type.Name} {member.PropertyName} {{ get; set; }}{initial}");
        }
    }

    /// <summary>An error's text is the exception's own.</summary>
    private static IEnumerable<StructureMember> Members(Structure structure)
        => structure.Members.Where(member => !structure.Error || member.PropertyName != "Message").OrderBy(member => member.PropertyName, StringComparer.Ordinal);

    private static IEnumerable<StructureMember> Body(Structure structure) => Members(structure).Where(member => member.Location == MemberLocation.Body);

    private static string Bases(ServiceModel model, Structure structure, bool written)
    {
        var @base = model.Requests.Contains(structure.Name) ? $"Amazon{model.Service.Name}Request"
            : model.Responses.Contains(structure.Name) ? "AmazonWebServiceResponse" : null;
        var writable = written && Body(structure).Any() ? "IJsonWritable" : null;
        var bases = new[] { @base, writable }.OfType<string>().ToList();
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

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
