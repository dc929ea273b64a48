using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompatGenerator.PulumiAws;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Script>))]
internal sealed partial class ScriptContext : JsonSerializerContext;
