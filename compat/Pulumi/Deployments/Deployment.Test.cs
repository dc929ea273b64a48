using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack against mocks; returns the resources in the order of their registration.</summary>
    /// <exception cref="RunException">The deployment failed with one error.</exception>
    /// <exception cref="AggregateException">It failed with several, each a <see cref="RunException"/>.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestAsync(mocks, options, () => (TStack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, binder: null, args: null, culture: null)!);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException($"The service provider knows no {typeof(TStack)}; register it first."));
    }

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => Split(await TestAsync(testMocks, testOptions, () => new TestStack(() => createResources().GetAwaiter().GetResult())));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => Split(await TestAsync(testMocks, testOptions, () => new TestStack(createResources)));

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => Split(await TestAsync(testMocks, testOptions, () => new TestStack(() =>
        {
            createResources().GetAwaiter().GetResult();
            return new Dictionary<string, object?>();
        }))).Resources;

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => Split(await TestAsync(testMocks, testOptions, () => new TestStack(() =>
        {
            createResources();
            return new Dictionary<string, object?>();
        }))).Resources;

    private static (ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs) Split(ImmutableArray<Resource> all)
        => (all.RemoveAll(resource => resource is TestStack), all.OfType<TestStack>().Single().Results);

    // Asynchronous, so that the deployment set here is seen by what runs below and by nobody else.
    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("A deployment cannot run inside another one.");
        }

        var deployment = new Deployment(mocks, options);
        Running.Value = new(deployment);
        await deployment.RunAsync(createStack);
        return deployment.Errors.Messages switch
        {
            [] => deployment.monitor.Resources,
            [var only] => throw new RunException(only),
            var several => throw new AggregateException(several.Select(message => new RunException(message))),
        };
    }

    private async Task RunAsync(Func<Stack> createStack)
    {
        try
        {
            createStack().RegisterPropertyOutputs();
        }
        catch (Exception exception)
        {
            Report(exception);
            return;
        }

        foreach (var failure in await Tasks.WhenIdleOrFailedAsync())
        {
            Report(failure);
        }
    }

    private void Report(Exception exception)
    {
        // The exit code by which the Pulumi CLI knows that the reason has been told already.
        Environment.ExitCode = 32;
        Errors.Add(exception switch
        {
            RunException or ResourceException { HideStack: true } => exception.Message,
            ResourceException => exception.ToString(),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
        });
    }
}
