using System;
using System.Collections.Generic;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call; a runtime cannot go on after that.</summary>
public class RuntimeApiClientException : Exception
{
    private const int ShownCharacters = 512;

    public RuntimeApiClientException(string message, int statusCode, string response, Dictionary<string, IEnumerable<string>> headers, Exception innerException)
        : base($"{message}\n\nStatus: {statusCode}\nResponse: \n{response[..Math.Min(response.Length, ShownCharacters)]}", innerException)
    {
        StatusCode = statusCode;
        Response = response;
        Headers = headers;
    }

    public int StatusCode { get; private set; }

    public string Response { get; private set; }

    public Dictionary<string, IEnumerable<string>> Headers { get; private set; }

    public override string ToString() => $"HTTP Response: \n\n{Response}\n\n{base.ToString()}";
}
