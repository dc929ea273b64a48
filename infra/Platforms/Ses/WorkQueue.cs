using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>A queue of shares of work, which the function that does them sends to as well: the rest of a share goes back.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Variable">The environment variable that tells senders where it is.</param>
internal sealed record WorkQueue(ReliableQueue Queue, string Variable)
{
    /// <summary>
    /// Longest time of the function that does the work, in seconds. The queue hands a share of a function that was killed to the next one
    /// after six times as long.
    /// </summary>
    public const int TimeoutSeconds = 120;

    /// <summary>Lets a function queue work.</summary>
    public Grant Send => new((Variable, Queue.Queue.Url))
    {
        Statements = [new($"Queue{Purpose}") { Actions = ["sqs:SendMessage"], Resources = [Queue.Queue.Arn] }],
    };

    private string Purpose => string.Concat(Variable.Split('_')[..^2].Select(word => word[0] + word[1..].ToLowerInvariant()));

    public static WorkQueue Create(string name, string variable, int maximumReceives) => new(
        new ReliableQueue(name, new() { ConsumerTimeoutSeconds = TimeoutSeconds, MaximumReceives = maximumReceives }), variable);
}
