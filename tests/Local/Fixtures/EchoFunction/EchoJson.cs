using System.Text.Json.Serialization;

namespace EchoFunction;

[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class EchoJson : JsonSerializerContext;
