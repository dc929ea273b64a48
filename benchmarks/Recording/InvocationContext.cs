using Amazon.Lambda.Core;

namespace Benchmarks.Recording;

/// <summary>An invocation with time enough.</summary>
internal sealed class InvocationContext : ILambdaContext
{
    public string AwsRequestId => "invocation";

    public IClientContext ClientContext => null!;

    public string FunctionName => "RecordPixelEvents";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-west-1:000000000000:function:RecordPixelEvents";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => TimeSpan.FromMinutes(15);
}
