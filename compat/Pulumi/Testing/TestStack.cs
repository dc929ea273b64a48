using System;
using System.Collections.Generic;

namespace Pulumi.Testing;

/// <summary>The stack of a test that gives a function instead of a stack class.</summary>
internal sealed class TestStack : Stack
{
    public TestStack(Func<IDictionary<string, object?>> createResources) => Results = createResources();

    public IDictionary<string, object?> Results { get; }
}
