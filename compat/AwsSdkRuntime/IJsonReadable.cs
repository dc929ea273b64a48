using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsSdkRuntime;

/// <summary>A structure or an error that answers carry.</summary>
internal interface IJsonReadable
{
    /// <summary>Reads the member that the reader is at, when it is one of the object's and stands at <paramref name="depth"/>.</summary>
    void ReadMember(JsonUnmarshallerContext context, int depth, ref StreamingUtf8JsonReader reader);

    /// <summary>Reads the members of the object whose start was just read; those that it does not know are skipped.</summary>
    void ReadMembers(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            ReadMember(context, depth, ref reader);
        }
    }
}
