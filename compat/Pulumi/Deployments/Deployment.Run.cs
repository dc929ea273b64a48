using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<int> RunAsync(Action action) => NotHereAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => NotHereAsync();

    public static Task<int> RunAsync(Func<Task> func) => NotHereAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => NotHereAsync();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => NotHereAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => NotHereAsync();

    private static Task<int> NotHereAsync() => Task.FromException<int>(new InvalidOperationException(
        "Deploying needs the published Pulumi packages, and this build uses their stand-ins from compat/, which only run against mocks. "
        + "Configure a package feed that carries Pulumi and Pulumi.Aws (nuget.org does), then build with -p:PackagesFrom=nuget "
        + "or delete artifacts/packages.props so that the next build asks the feed again, and run 'pulumi up'."));
}
