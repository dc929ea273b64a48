using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using EchoFunction;

var start = Environment.GetEnvironmentVariable("START");
if (start == "exit")
{
    await Console.Error.WriteLineAsync("leaving before the first invocation");
    return 3;
}

await LambdaBootstrapBuilder.Create<Command, Answer>(Commands.RunAsync, new SourceGeneratorLambdaJsonSerializer<EchoJson>())
    .UseBootstrapHandler(() => start == "throw" ? throw new InvalidOperationException("no settings") : Task.FromResult(true))
    .Build()
    .RunAsync();
return 0;
