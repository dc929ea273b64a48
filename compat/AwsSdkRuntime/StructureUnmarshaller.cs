using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>Reads a structure; members that it does not know are skipped.</summary>
internal abstract class StructureUnmarshaller<T> : IJsonUnmarshaller<T, JsonUnmarshallerContext>
    where T : class
{
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

        var value = Create();
        ReadMembers(value, context, ref reader);
        return value;
    }

    /// <summary>Reads the members of the object whose start was just read.</summary>
    public void ReadMembers(T value, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            ReadMember(value, context, depth, ref reader);
        }
    }

    protected abstract T Create();

    /// <summary>Reads the member that the reader is at, when it is one of the structure's and stands at <paramref name="depth"/>.</summary>
    protected abstract void ReadMember(T value, JsonUnmarshallerContext context, int depth, ref StreamingUtf8JsonReader reader);
}
