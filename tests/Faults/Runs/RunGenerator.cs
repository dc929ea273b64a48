using Faults.Tests.Rounds;
using Faults.Tests.Shop;

namespace Faults.Tests.Runs;

/// <summary>Makes a run from a seed alone.</summary>
internal sealed class RunGenerator
{
    private const int Length = 45;

    private static readonly StrikeKind[] OfCalls = [.. Enum.GetValues<StrikeKind>().Where(kind => kind != StrikeKind.HalfABatch)];

    // What each function calls, by platform.
    private static readonly (string Function, string[] Services)[] OnSes =
    [
        ("record-pixel-events", ["dynamodb", "firehose", "secretsmanager"]), ("publish-company-event", ["dynamodb", "sqs", "states"]),
        ("launch-campaigns", ["dynamodb", "sqs"]), ("send-campaign", ["dynamodb", "sqs", "ses", "ses", "secretsmanager"]),
        ("sweep-due", ["dynamodb", "sqs"]), ("move-customers", ["dynamodb", "ses"]), ("send-reminders", ["dynamodb", "ses"]),
        ("record-feedback", ["dynamodb"]), ("unsubscribe", ["dynamodb", "secretsmanager"]),
    ];

    private static readonly (string Function, string[] Services)[] OnPinpoint =
    [
        ("record-pixel-events", ["pinpoint", "pinpoint", "dynamodb", "secretsmanager"]),
        ("publish-company-event", ["pinpoint", "dynamodb", "states"]), ("launch-campaigns", ["pinpoint", "dynamodb"]),
        ("filter-audience", ["sqs"]), ("write-user-attributes", ["pinpoint"]), ("ask-journey", ["dynamodb"]),
        ("select-reminders", ["dynamodb"]), ("slide-reminders", ["pinpoint", "dynamodb"]),
    ];

    private static readonly Dictionary<string, string[]> Operations = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = ["PutItem", "UpdateItem", "GetItem", "Query", "BatchGetItem"],
        ["firehose"] = ["PutRecordBatch"],
        ["pinpoint"] = ["PutEvents", "CreateCampaign", "UpdateEndpointsBatch", "UpdateEndpoint", "GetCampaigns"],
        ["secretsmanager"] = ["GetSecretValue"],
        ["ses"] = ["SendEmail"],
        ["sqs"] = ["SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessageBatch"],
        ["states"] = ["StartExecution"],
    };

    private static readonly Dictionary<string, string> Batches = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = "BatchGetItem",
        ["firehose"] = "PutRecordBatch",
        ["pinpoint"] = "PutEvents",
        ["sqs"] = "SendMessageBatch",
    };

    private readonly Chance chance;
    private readonly string stack;

    private RunGenerator(string stack, long seed) => (this.stack, chance) = (stack, new(seed));

    /// <summary>The run of a seed.</summary>
    /// <param name="stack">The stack, which says the platform.</param>
    /// <param name="seed">The seed.</param>
    public static Run Generate(string stack, long seed)
    {
        var generator = new RunGenerator(stack, seed);
        List<Act> acts = [.. generator.Acts().OrderBy(act => act.Minute)];
        return new(stack, seed, [.. acts, .. generator.Strikes(acts)]);
    }

    private bool IsOnPinpoint => stack == "dev";

    private int Minute => chance.Below(Length);

    private int Customer => chance.Below(Round.Customers);

    private IEnumerable<Act> Acts()
    {
        foreach (var number in Enumerable.Range(0, chance.Between(2, 8)))
        {
            yield return new Act.View(Minute, number);
        }

        foreach (var number in Enumerable.Range(0, chance.Between(1, 4)))
        {
            yield return Published(number);
        }

        foreach (var act in Happenings().Concat(Statements()).Concat(Choices()).Concat(Operating()))
        {
            yield return act;
        }
    }

    private Act.Publish Published(int number) => new(
        Minute,
        chance.OneOf(ShopDefinitions.Release, ShopDefinitions.Release, ShopDefinitions.Update),
        number,
        chance.OneOf<string[]>(["bus"], ["route"], ["bus", "bus"], ["route", "bus"], ["route", "route"]));

    // A subscription begins once in a run: each is another entry.
    private IEnumerable<Act> Happenings()
    {
        var started = Customer;
        if (chance.Happens(0.5))
        {
            yield return new Act.Happen(Minute, started, "started");
        }

        foreach (var _ in Enumerable.Range(0, chance.Between(2, 9)))
        {
            yield return new Act.Happen(Minute, Customer, chance.OneOf("signup", "signup", "bought", "used"));
        }

        if (chance.Happens(0.3))
        {
            yield return new Act.Misspell(Minute);
        }
    }

    private IEnumerable<Act> Statements()
    {
        foreach (var number in Enumerable.Range(0, chance.Between(0, 6)))
        {
            yield return new Act.Save(Minute, Customer, chance.OneOf("plan", "city"), $"value-{number}");
        }

        if (chance.Happens(0.3))
        {
            yield return new Act.Book(Minute, Customer, chance.Between(150, 200));
        }
    }

    private IEnumerable<Act> Choices()
    {
        foreach (var _ in Enumerable.Range(0, chance.Between(0, 2)))
        {
            yield return IsOnPinpoint || chance.Happens(0.2)
                ? new Act.OptOut(Minute, Customer)
                : new Act.Unsubscribe(Minute, Customer, chance.Happens(0.5));
        }
    }

    private IEnumerable<Act> Operating()
    {
        if (IsOnPinpoint && chance.Happens(0.2))
        {
            yield return new Act.Pause(Minute);
        }

        if (chance.Happens(0.15))
        {
            yield return new Act.Deploy(Minute, chance.Happens(0.3));
        }

        if (chance.Happens(0.2))
        {
            yield return new Act.Leap(Minute, chance.Between(5, 120));
        }
    }

    // What happens in the minutes after an act is what can be struck.
    private IEnumerable<Strike> Strikes(List<Act> acts) =>
        Enumerable.Range(0, chance.Between(2, 8)).Select(_ => Strike(Math.Max(0, chance.OneOf(acts).Minute + chance.Between(-1, 3))));

    private Strike Strike(int from)
    {
        var (function, services) = chance.OneOf(IsOnPinpoint ? OnPinpoint : OnSes);
        var pattern = chance.Happens(0.5) ? Runs.Strike.AnyFunction : $"{function}*";
        var until = from + chance.Between(1, 30);
        if (chance.Happens(0.2))
        {
            return new(from, until, StrikeKind.Killed, "lambda", "Invoke", pattern, Rate(), chance.Between(1, 4));
        }

        var service = chance.OneOf([.. services, .. services, "sqs"]);
        if (chance.Happens(0.15) && Batches.TryGetValue(service, out var batch))
        {
            return new(from, until, StrikeKind.HalfABatch, service, batch, pattern, Rate(), Limit(StrikeKind.HalfABatch));
        }

        var kind = chance.OneOf(OfCalls);
        var one = kind == StrikeKind.Killed || chance.Happens(0.3);
        var operation = one ? chance.OneOf(Operations[service]) : "*";
        return new(from, until, kind, service, operation, pattern, Rate(), Limit(kind));
    }

    private double Rate() => chance.OneOf(0.1, 0.3, 0.5, 1);

    // What takes real time is struck a few times.
    private int? Limit(StrikeKind kind) => kind switch
    {
        StrikeKind.TimedOut => chance.Between(1, 2),
        StrikeKind.Slow => chance.Between(1, 10),
        StrikeKind.Killed => chance.Between(1, 4),
        _ => chance.Happens(0.5) ? chance.Between(1, 8) : null,
    };
}
