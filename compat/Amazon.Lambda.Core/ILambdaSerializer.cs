using System.IO;

namespace Amazon.Lambda.Core;

/// <summary>Turns payloads into objects and back.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
