using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>
/// A queue of shares of work. The function that does them sends to it as well: what it could not finish in its time goes back.
/// </summary>
internal sealed class ShareQueue
{
    /// <summary>
    /// Longest time of the function that does the work, in seconds. After six times as long, the queue hands a share on whose function was
    /// killed.
    /// </summary>
    public const int TimeoutSeconds = 120;

    private readonly string purpose;
    private readonly string variable;

    /// <param name="name">Name of the queue.</param>
    /// <param name="purpose">What is queued, in letters and digits.</param>
    /// <param name="variable">Environment variable that tells a function where the queue is.</param>
    /// <param name="maximumReceives">Attempts before a share goes to the dead-letter queue.</param>
    public ShareQueue(string name, string purpose, string variable, int maximumReceives)
    {
        (this.purpose, this.variable) = (purpose, variable);
        Queue = new ReliableQueue(name, new() { ConsumerTimeoutSeconds = TimeoutSeconds, MaximumReceives = maximumReceives });
    }

    public ReliableQueue Queue { get; }

    /// <summary>Lets a function queue shares.</summary>
    public Grant Send => Allow("sqs:SendMessage");

    /// <summary>Lets a function queue shares where not too many wait.</summary>
    public Grant CountAndSend => Allow("sqs:GetQueueAttributes", "sqs:SendMessage");

    /// <summary>How a function takes shares: one at a time, because a share takes all the time that a function has.</summary>
    /// <param name="name">Name of the event source mapping.</param>
    /// <param name="senders">Functions at the same time, 2 to 1,000.</param>
    public QueueSource Source(string name, int senders) =>
        new() { Name = name, Queue = Queue, BatchSize = 1, MaximumConcurrency = senders };

    private Grant Allow(params IReadOnlyList<string> actions) => new((variable, Queue.Queue.Url))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [Queue.Queue.Arn] }],
    };
}
