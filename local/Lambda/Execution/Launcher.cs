using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Faults;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>Starts execution environments, and sees to it that none outlives this process.</summary>
internal sealed class Launcher : IDisposable
{
    private readonly CloudContext cloud;
    private readonly IAwsEndpoint aws;
    private readonly ICredentialIssuer credentials;
    private readonly ILogSink logs;
    private readonly IFaults? faults;
    private readonly LambdaLimits limits;
    private readonly FunctionTime time;
    private readonly ConcurrentDictionary<ExecutionEnvironment, byte> alive = new();
    private volatile bool stopped;

    public Launcher(
        CloudContext cloud, IAwsEndpoint aws, ICredentialIssuer credentials, ILogSink logs, IFaults? faults, LambdaLimits limits)
    {
        this.cloud = cloud;
        this.aws = aws;
        this.credentials = credentials;
        this.logs = logs;
        this.faults = faults;
        this.limits = limits;
        time = new FunctionTime(cloud.Clock);
        // Whatever ends this process in order, Ctrl-C included, ends its children. Where it is killed, an idle runtime
        // ends by itself, since its question for the next invocation breaks off; a busy one when it answers.
        AppDomain.CurrentDomain.ProcessExit += KillAll;
    }

    /// <summary>A new process of the function, which need not have started up yet.</summary>
    public async Task<ExecutionEnvironment> StartAsync(LambdaDefinition function, CancellationToken cancellationToken)
    {
        var scratch = ScratchFolder.Create("lambda");
        var api = await RuntimeApi.StartAsync(cancellationToken);
        try
        {
            var log = new LogStream(function, NewStreamName(), cloud, aws, logs);
            var variables =
                ProcessEnvironment.Create(
                    function, cloud, time, credentials.Issue(function.Role, function.Name), api.Endpoint, log.Name, scratch.FullName);
            var process = FunctionProcess.Start(function, variables, line => log.Write(function.LogGroup, line));
            var environment = new ExecutionEnvironment(
                function, api, process, log, new PlatformLog(function, log, cloud.Clock), faults, limits, scratch);
            alive[environment] = 0;
            if (stopped)
            {
                environment.Kill();
            }

            return environment;
        }
        catch
        {
            await api.DisposeAsync();
            scratch.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Ends an environment and forgets it.</summary>
    public async Task StopAsync(ExecutionEnvironment environment)
    {
        await environment.StopAsync();
        alive.TryRemove(environment, out _);
    }

    /// <summary>Ends every process at once, also those that are just starting; what runs in them fails.</summary>
    public void KillAll()
    {
        stopped = true;
        foreach (var environment in alive.Keys)
        {
            environment.Kill();
        }
    }

    /// <summary>Ends a function's processes at once.</summary>
    /// <param name="functionName">Physical name.</param>
    public void Kill(string functionName)
    {
        foreach (var environment in alive.Keys.Where(environment => environment.FunctionName == functionName))
        {
            environment.Kill();
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAll;
        time.Dispose();
    }

    private void KillAll(object? sender, EventArgs e) => KillAll();

    private string NewStreamName() => string.Create(
        CultureInfo.InvariantCulture,
        $"{cloud.Clock.GetUtcNow():yyyy/MM/dd}/[{FunctionName.Latest}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
}
