using Engagement.Local.Cloud;

namespace Engagement.Local.Commands;

/// <summary>A line for each step: what a log keeps, and what <c>--verbose</c> asks for.</summary>
internal sealed class LineDisplay(TextWriter output) : IUpDisplay
{
    public Task<T> ShowAsync<T>(Func<Task<T>> work) => work();

    public void Deployed(ResourceStep step) => output.WriteLine($"  + {step.Name} ({step.Type})");

    public void Loaded(string file, int loaded, int total) => output.WriteLine($"Customers of {file}: {loaded} of {total}");
}
