using Engagement.Functions;

namespace SweepDue;

/// <summary>One kind of thing that may be due.</summary>
/// <param name="Name">Its name in log lines and in the answer.</param>
/// <param name="RunAsync">Begins what is due of it. It may be called again at any time.</param>
internal sealed record Sweep(string Name, Func<Deadline, Task> RunAsync);
