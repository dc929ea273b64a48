using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>Reads a structure.</summary>
internal sealed class StructureUnmarshaller<T> : IJsonUnmarshaller<T, JsonUnmarshallerContext>
    where T : class, IJsonReadable, new()
{
    public static readonly StructureUnmarshaller<T> Instance = new();

    /// <summary>The structure that comes next in the document; null when the document is empty or says null.</summary>
    public T Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (context.IsEmptyResponse)
        {
            return null;
        }

        context.Read(ref reader);
        if (context.CurrentTokenType is null or JsonTokenType.Null)
        {
            return null;
        }

        var value = new T();
        value.ReadMembers(context, ref reader);
        return value;
    }
}
