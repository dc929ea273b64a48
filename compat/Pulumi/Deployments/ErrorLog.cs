using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The errors that a deployment logged; one is enough to make it fail.</summary>
internal sealed class ErrorLog
{
    private ImmutableList<string> messages = [];

    public ImmutableList<string> Messages => messages;

    public void Add(string message) => ImmutableInterlocked.Update(ref messages, (all, added) => all.Add(added), message);
}
