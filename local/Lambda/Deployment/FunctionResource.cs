using System.Collections.Immutable;
using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda.Deployment;

/// <summary><c>aws:lambda/function:Function</c>.</summary>
/// <param name="cloud">Account, region and clock.</param>
/// <param name="functions">Takes the function in.</param>
internal sealed class FunctionResource(CloudContext cloud, LambdaService functions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:lambda/function:Function";

    /// <summary>All but its name and kind can change in place.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = async (request, _, cancellationToken) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var function = FunctionInputs.Read(request, cloud);
            await functions.RedeployAsync(function);
            return new(function.Name, Outputs(function, request));
        },
        Delete = (function, _) => functions.RemoveAsync(function.Output("arn")),
    };

    /// <summary>Deploys the function; the id is its name, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var function = FunctionInputs.Read(request, cloud);
        functions.Deploy(function);
        return Task.FromResult(new ResourceState(function.Name, Outputs(function, request)));
    }

    private Dictionary<string, object> Outputs(LambdaDefinition function, ResourceRequest request) => new()
    {
        ["architectures"] = request.List("architectures") is { Length: > 0 } given ? given : ImmutableArray.Create<object>("x86_64"),
        ["arn"] = function.Arn,
        ["codeSha256"] = CodeDirectory.Hash(function.CodeDirectory),
        ["invokeArn"] = InvokeArn(function.Arn),
        ["lastModified"] = cloud.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
        ["memorySize"] = function.MemorySize,
        ["name"] = function.Name,
        ["packageType"] = "Zip",
        ["qualifiedArn"] = $"{function.Arn}:{FunctionName.Latest}",
        ["qualifiedInvokeArn"] = InvokeArn($"{function.Arn}:{FunctionName.Latest}"),
        ["region"] = cloud.Region,
        ["reservedConcurrentExecutions"] = function.ReservedConcurrency ?? -1,
        ["sourceCodeSize"] = (double)CodeDirectory.Size(function.CodeDirectory),
        ["tagsAll"] = request.Texts("tags").AsOutput(),
        ["timeout"] = (int)function.Timeout.TotalSeconds,
        ["version"] = FunctionName.Latest,
        ["loggingConfig"] = ImmutableDictionary<string, object>.Empty
            .SetItems(request.Block("loggingConfig").Inputs)
            .SetItem("logFormat", function.LogFormat is LogFormat.Json ? "JSON" : "Text")
            .SetItem("logGroup", function.LogGroup),
    };

    private string InvokeArn(string arn) => $"arn:aws:apigateway:{cloud.Region}:lambda:path/2015-03-31/functions/{arn}/invocations";
}
