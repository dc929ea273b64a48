using System.Text.Json.Serialization;

namespace CompatGenerator.Declarations;

[JsonConverter(typeof(JsonStringEnumConverter<DeclarationKind>))]
internal enum DeclarationKind
{
    Interface,
    Class,
    Alias,
    Enum,
    Constant,
    Function,
}
