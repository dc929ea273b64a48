using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Channels;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Local.Lambda.Execution;

/// <summary>The Lambda Runtime API of one execution environment, version 2018-06-01, on a loopback port of its own.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";
    private const string Invocation = $"{Root}invocation/";

    private readonly WebApplication server;
    private readonly Channel<RuntimeInvocation> handedOut = System.Threading.Channels.Channel.CreateUnbounded<RuntimeInvocation>();
    private readonly SemaphoreSlim polls = new(0);
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RuntimeInvocation? current;

    private RuntimeApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        server = builder.Build();
        server.Use(BrowserGuard.RefuseBrowsersAsync);
        server.Run(AnswerAsync);
    }

    /// <summary>Host and port.</summary>
    public string Endpoint =>
        new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>What the runtime reported when it failed to start.</summary>
    public Task<ReadOnlyMemory<byte>> InitError => initError.Task;

    public static async Task<RuntimeApi> StartAsync(CancellationToken cancellationToken)
    {
        var api = new RuntimeApi();
        await api.server.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>Completes when the runtime asks for an invocation, once for each time that it does.</summary>
    public Task PolledAsync(CancellationToken cancellationToken) => polls.WaitAsync(cancellationToken);

    /// <summary>Gives an invocation to the runtime that asks, or will ask, for one.</summary>
    public void HandOut(RuntimeInvocation invocation) => handedOut.Writer.TryWrite(invocation);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        polls.Dispose();
    }

    private static void Configure(KestrelServerOptions options)
    {
        options.Listen(IPAddress.Loopback, 0);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        // Runtimes send an error's cause for tracing in a header, up to 1 MiB of it.
        options.Limits.MaxRequestHeadersTotalSize = 2 * 1024 * 1024;
        options.Limits.MaxRequestBufferSize = 4 * 1024 * 1024;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        switch (http.Request.Method)
        {
            case "GET" when path == $"{Invocation}next":
                await AnswerNextAsync(http);
                break;
            case "POST" when path == $"{Root}init/error":
                initError.TrySetResult(await BodyAsync(http));
                await WriteAsync(http, StatusCodes.Status202Accepted, """{"status":"OK"}""");
                break;
            case "POST" when current is { } invocation && path == $"{Invocation}{invocation.RequestId}/response":
                await TakeResponseAsync(http, invocation);
                break;
            case "POST" when current is { } invocation && path == $"{Invocation}{invocation.RequestId}/error":
                await TakeAsync(http, invocation, await BodyAsync(http), "Unhandled");
                break;
            case "POST" when path.StartsWith(Invocation, StringComparison.Ordinal):
                await WriteAsync(
                    http, StatusCodes.Status400BadRequest, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task AnswerNextAsync(HttpContext http)
    {
        polls.Release();
        var invocation = await handedOut.Reader.ReadAsync(http.RequestAborted);
        current = invocation;
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = TraceId(invocation.Deadline);
        headers.ContentType = "application/json";
        headers.ContentLength = invocation.Payload.Length;
        await http.Response.BodyWriter.WriteAsync(invocation.Payload, http.RequestAborted);
    }

    private static async Task TakeResponseAsync(HttpContext http, RuntimeInvocation invocation)
    {
        var payload = await BodyAsync(http);
        if (payload.Length <= LambdaLimits.ResponseBytes)
        {
            await TakeAsync(http, invocation, payload, null);
            return;
        }

        invocation.Complete(FunctionFault.ResponseTooLarge().Payload, "Unhandled");
        await WriteAsync(
            http,
            StatusCodes.Status413PayloadTooLarge,
            """{"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}""");
    }

    private static async Task TakeAsync(HttpContext http, RuntimeInvocation invocation, ReadOnlyMemory<byte> payload, string? functionError)
    {
        invocation.Complete(payload, functionError);
        await WriteAsync(http, StatusCodes.Status202Accepted, """{"status":"OK"}""");
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static Task WriteAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private static string TraceId(DateTimeOffset time) =>
        $"Root=1-{time.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)};"
            + $"Parent={RandomNumberGenerator.GetHexString(16, lowercase: true)};Sampled=0";
}
