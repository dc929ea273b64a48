using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Engagement.Definitions;

/// <summary>
/// A file of definitions beside a function's code. The stack checks and writes it; a function that cannot read it does not start.
/// </summary>
/// <param name="file">The file's name, such as <c>events.json</c>.</param>
/// <param name="json">What the file holds.</param>
public sealed class DeployedDefinition<T>(string file, JsonTypeInfo<T> json)
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>The file's text.</summary>
    public string Write(T definition) => JsonSerializer.Serialize(definition, json);

    /// <summary>Reads the running function's file.</summary>
    /// <exception cref="InvalidDataException">The artifact holds no such file, or another deployment's form of it.</exception>
    public T Read() => ReadIn(AppContext.BaseDirectory);

    /// <summary>Reads the file of a function whose code is in a folder.</summary>
    /// <exception cref="InvalidDataException">The artifact holds no such file, or another deployment's form of it.</exception>
    public T ReadIn(string codeDirectory)
    {
        var path = Path.Combine(codeDirectory, "definitions", file);
        try
        {
            using var text = System.IO.File.OpenRead(path);
            return JsonSerializer.Deserialize(text, json) ?? throw new JsonException("It holds null.");
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw new InvalidDataException($"{path} cannot be read: {exception.Message} Deploy the stack again.", exception);
        }
    }
}
