using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>A declaration's definition, read and told apart from others.</summary>
public static class DefinitionText
{
    /// <exception cref="ProvisioningException">The definition is not one of its type.</exception>
    public static T Read<T>(this ResourceDeclaration declaration, JsonTypeInfo<T> type)
    {
        try
        {
            return declaration.Definition.Deserialize(type) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new ProvisioningException(
                $"{declaration.Type} '{declaration.Name}': its definition cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>16 hexadecimal digits that differ where definitions differ, however their JSON is ordered or spaced.</summary>
    public static string Hash<T>(T definition, JsonTypeInfo<T> type) => Hash(JsonSerializer.Serialize(definition, type));

    /// <summary>16 hexadecimal digits that differ where texts differ.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
