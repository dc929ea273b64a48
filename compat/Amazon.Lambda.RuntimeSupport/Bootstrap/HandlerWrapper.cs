using System;
using System.IO;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes one kind of handler, from streams to streams, of every kind that a function may have.</summary>
public class HandlerWrapper : IDisposable
{
    private static readonly InvocationResponse Empty = new(new MemoryStream(0), false);

    // A process runs one invocation at a time, so one buffer serves all answers.
    private readonly MemoryStream output = new();

    private HandlerWrapper(ILambdaSerializer serializer) => Serializer = serializer;

    public LambdaBootstrapHandler Handler { get; private set; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        new HandlerWrapper(null).Answering((invocation, output) =>
        {
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        new HandlerWrapper(null).With(async invocation =>
        {
            await handler();
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        new HandlerWrapper(null).With(async invocation =>
        {
            await handler(invocation.InputStream);
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(async invocation =>
        {
            await handler(serializer.Deserialize<TInput>(invocation.InputStream));
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        new HandlerWrapper(null).With(async invocation =>
        {
            await handler(invocation.LambdaContext);
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        new HandlerWrapper(null).With(async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext);
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(async invocation =>
        {
            await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            return Empty;
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        new HandlerWrapper(null).With(async invocation => new InvocationResponse(await handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        new HandlerWrapper(null).With(async invocation => new InvocationResponse(await handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(async invocation => new InvocationResponse(await handler(serializer.Deserialize<TInput>(invocation.InputStream))));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        new HandlerWrapper(null).With(async invocation => new InvocationResponse(await handler(invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new HandlerWrapper(null).With(async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(async invocation => new InvocationResponse(await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(invocation.InputStream), output));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(invocation.InputStream)), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(invocation.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(invocation.InputStream, invocation.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering(async (invocation, output) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        new HandlerWrapper(null).With(invocation =>
        {
            handler();
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        new HandlerWrapper(null).With(invocation =>
        {
            handler(invocation.InputStream);
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(invocation =>
        {
            handler(serializer.Deserialize<TInput>(invocation.InputStream));
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        new HandlerWrapper(null).With(invocation =>
        {
            handler(invocation.LambdaContext);
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        new HandlerWrapper(null).With(invocation =>
        {
            handler(invocation.InputStream, invocation.LambdaContext);
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(invocation =>
        {
            handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            return Task.FromResult(Empty);
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        new HandlerWrapper(null).With(invocation => Task.FromResult(new InvocationResponse(handler())));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        new HandlerWrapper(null).With(invocation => Task.FromResult(new InvocationResponse(handler(invocation.InputStream))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(invocation => Task.FromResult(new InvocationResponse(handler(serializer.Deserialize<TInput>(invocation.InputStream)))));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        new HandlerWrapper(null).With(invocation => Task.FromResult(new InvocationResponse(handler(invocation.LambdaContext))));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        new HandlerWrapper(null).With(invocation => Task.FromResult(new InvocationResponse(handler(invocation.InputStream, invocation.LambdaContext))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).With(invocation => Task.FromResult(new InvocationResponse(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext))));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(), output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(invocation.InputStream), output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(serializer.Deserialize<TInput>(invocation.InputStream)), output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(invocation.LambdaContext), output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(invocation.InputStream, invocation.LambdaContext), output);
            return Task.CompletedTask;
        });

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new HandlerWrapper(serializer).Answering((invocation, output) =>
        {
            serializer.Serialize(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), output);
            return Task.CompletedTask;
        });

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            output.Dispose();
        }
    }

    private HandlerWrapper With(LambdaBootstrapHandler handler)
    {
        Handler = handler;
        return this;
    }

    private HandlerWrapper Answering(Func<InvocationRequest, MemoryStream, Task> handler) => With(async invocation =>
    {
        output.SetLength(0);
        await handler(invocation, output);
        output.Position = 0;
        return new InvocationResponse(output, false);
    });
}
