using System;
using System.Globalization;
using System.Linq;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An invocation as its headers and the process's environment tell it.</summary>
internal sealed class LambdaContext : ILambdaContext
{
    private readonly DateTimeOffset deadline;
    private readonly string clientContext;
    private readonly string cognitoIdentity;

    public LambdaContext(HttpResponseHeaders headers, FunctionLog log, ILambdaSerializer serializer)
    {
        AwsRequestId = Header(headers, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new InvalidOperationException("The Runtime API handed out an invocation without Lambda-Runtime-Aws-Request-Id.");
        InvokedFunctionArn = Header(headers, "Lambda-Runtime-Invoked-Function-Arn");
        TraceId = Header(headers, "Lambda-Runtime-Trace-Id");
        TenantId = Header(headers, "Lambda-Runtime-Aws-Tenant-Id");
        clientContext = Header(headers, "Lambda-Runtime-Client-Context");
        cognitoIdentity = Header(headers, "Lambda-Runtime-Cognito-Identity");
        _ = long.TryParse(Header(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var milliseconds);
        deadline = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        Logger = new LambdaConsoleLogger(log);
        Serializer = serializer;
    }

    public string AwsRequestId { get; }

    public IClientContext ClientContext => CognitoJson.ClientContext(clientContext);

    public string FunctionName => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    public ICognitoIdentity Identity => CognitoJson.Identity(cognitoIdentity);

    public string InvokedFunctionArn { get; }

    public ILambdaLogger Logger { get; }

    public string LogGroupName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB => int.TryParse(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var mebibytes) ? mebibytes : 0;

    public TimeSpan RemainingTime => deadline - DateTimeOffset.UtcNow;

    public string TenantId { get; }

    public string TraceId { get; }

    public ILambdaSerializer Serializer { get; }

    private static string Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
