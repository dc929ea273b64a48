using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>The class that reads a structure or an error from JSON.</summary>
internal static class UnmarshallerWriter
{
    public static string ClassName(string structure) => $"{structure}Unmarshaller";

    public static void Write(CodeWriter code, ServiceModel model, Structure structure)
    {
        var name = structure.Error ? ErrorWriter.ClassName(structure) : structure.Name;
        code.Line().Block($"internal sealed class {ClassName(name)} : StructureUnmarshaller<{name}>", () =>
        {
            code.Line($"public static readonly {ClassName(name)} Instance = new();").Line();
            code.Line($"protected override {name} Create() => new();").Line();
            code.Block($"protected override void ReadMember({name} value, JsonUnmarshallerContext context, int depth, ref StreamingUtf8JsonReader reader)", () =>
            {
                var otherwise = "";
                foreach (var member in structure.Members.Where(member => !structure.Error || member.PropertyName != "Message").OrderBy(member => member.PropertyName, StringComparer.Ordinal))
                {
                    code.Block($"{otherwise}if (context.TestExpression(\"{member.WireName}\", depth, ref reader))", () =>
                        code.Line($"value.{member.PropertyName} = {model.TypeOf(structure, member).ReaderInstance}.Unmarshall(context, ref reader);"));
                    otherwise = "else ";
                }
            });
        });
    }
}
