using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompatGenerator.AwsSdk.Schemas;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<SchemaFile>))]
internal sealed partial class SchemaContext : JsonSerializerContext;
