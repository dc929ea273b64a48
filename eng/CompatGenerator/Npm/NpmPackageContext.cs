using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompatGenerator.Npm;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<NpmPackage>))]
internal sealed partial class NpmPackageContext : JsonSerializerContext;
