using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompatGenerator.Declarations;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<DeclarationFile>))]
internal sealed partial class DeclarationContext : JsonSerializerContext;
