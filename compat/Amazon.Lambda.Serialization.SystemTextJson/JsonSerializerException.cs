using System;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A payload could not be read or written.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
