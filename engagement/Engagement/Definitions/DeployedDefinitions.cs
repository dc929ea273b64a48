using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Engagement.Functions;

/// <summary>
/// The definitions that are deployed with a function. The stack checked them; a function that cannot read them does not start.
/// </summary>
public static class DeployedDefinitions
{
    /// <summary>Reads one.</summary>
    /// <param name="file">Its name, such as <c>events.json</c>.</param>
    /// <param name="json">What it holds.</param>
    /// <exception cref="InvalidDataException">The artifact holds no such file, or another deployment's form of it.</exception>
    public static T Read<T>(string file, JsonTypeInfo<T> json) => ReadIn(AppContext.BaseDirectory, file, json);

    /// <summary>Reads one of another function's.</summary>
    /// <param name="codeDirectory">Where the function's code is.</param>
    /// <param name="file">Its name, such as <c>events.json</c>.</param>
    /// <param name="json">What it holds.</param>
    /// <exception cref="InvalidDataException">The artifact holds no such file, or another deployment's form of it.</exception>
    public static T ReadIn<T>(string codeDirectory, string file, JsonTypeInfo<T> json)
    {
        var path = Path.Combine(codeDirectory, "definitions", file);
        try
        {
            using var text = File.OpenRead(path);
            return JsonSerializer.Deserialize(text, json) ?? throw new JsonException("It holds null.");
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw new InvalidDataException($"{path} cannot be read: {exception.Message} Deploy the stack again.", exception);
        }
    }
}
