using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>A structure that requests carry.</summary>
internal interface IJsonWritable
{
    /// <summary>Writes the members that are set, without the braces around them.</summary>
    void WriteMembers(Utf8JsonWriter writer);
}
