using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;
using Engagement.Local.Faults.Batches;

namespace Engagement.Local.Faults;

/// <summary>What a fault may and must say.</summary>
internal static partial class FaultRules
{
    /// <summary>Every operation.</summary>
    public const string Any = "*";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>The fault with its defaults filled in.</summary>
    /// <param name="asked">The fault as asked for.</param>
    /// <param name="services">The services that a fault can strike, each with its errors and their HTTP status.</param>
    /// <exception cref="FaultRequestException">A field is wrong; the message names it and what it may be.</exception>
    public static FaultRequest Complete(FaultRequest asked, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> services)
    {
        var service = asked.Service ?? throw Invalid("service", $"is missing; it must be one of {Listed(services.Keys)}");
        Check(services.ContainsKey(service), "service", $"'{service}' is not known; it must be one of {Listed(services.Keys)}");
        Check(
            asked.Operation is null or Any || OperationName().IsMatch(asked.Operation),
            "operation",
            $"'{asked.Operation}' is not an operation's name, such as PutEvents, nor *");
        Check(asked.Rate is null or (> 0 and <= 1), "rate", $"{asked.Rate} is not a number above 0 and at most 1");
        Check(asked.Count is null or > 0, "count", $"{asked.Count} is not a whole number of 1 or more");
        CheckWhatHappens(asked);
        CheckKill(asked, service);
        CheckPart(asked, service);
        if (asked.Delay is { } delay)
        {
            _ = Duration(delay);
        }

        return asked with
        {
            Operation = asked.Operation ?? (asked.Kill == true ? "Invoke" : Any),
            Drop = asked is { Lost: true, Error: null } && asked.Timeout != true ? true : asked.Drop,
            Status = Status(asked, service, services[service]),
            Rate = asked.Rate ?? 1,
            Seed = asked.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue),
        };
    }

    /// <summary>A delay as time.</summary>
    public static TimeSpan Duration(string delay)
    {
        Check(
            DurationText().IsMatch(delay), "delay", $"'{delay}' is not an ISO 8601 duration of hours, minutes and seconds, such as PT0.5S");
        var duration = XmlConvert.ToTimeSpan(delay);
        Check(
            duration > TimeSpan.Zero && duration <= LongestDelay,
            "delay",
            $"'{delay}' is not above nothing and at most {XmlConvert.ToString(LongestDelay)}");
        return duration;
    }

    private static void CheckWhatHappens(FaultRequest asked)
    {
        var kinds = new[] { asked.Error is not null, asked.Drop == true, asked.Timeout == true, asked.Kill == true }.Count(set => set);
        Check(kinds <= 1, "error", "only one of error, drop, timeout and kill can happen to a call");
        Check(
            kinds == 1 || asked.Lost == true || asked.Part == true || asked.Delay is not null,
            "error",
            "is missing, as are delay, drop, timeout, lost, part and kill: nothing would happen");
    }

    private static void CheckKill(FaultRequest asked, string service)
    {
        if (asked.Kill != true)
        {
            return;
        }

        Check(
            service != "lambda" || asked.Operation is null or "Invoke",
            "operation",
            $"'{asked.Operation}' cannot be killed; with kill it must be Invoke");
        Check(
            service == "lambda" || asked.Operation is not (null or Any),
            "operation",
            "is missing: after which call is the function that makes it to be killed?");
        Check(asked.Lost != true, "lost", "has no meaning with kill");
        Check(asked.Delay is null, "delay", "has no meaning with kill");
    }

    private static void CheckPart(FaultRequest asked, string service)
    {
        if (asked.Part != true)
        {
            return;
        }

        var batch = PartialBatches.Find(service, asked.Operation ?? Any)
            ?? throw Invalid("part", $"is for one of {Listed(PartialBatches.Names)}");
        Check(asked.Drop != true && asked.Timeout != true && asked.Kill != true && asked.Lost != true, "part", "is for error alone");
        Check(!batch.NamesErrors || asked.Error is not null, "error", "is missing: what becomes of the part?");
        Check(batch.NamesErrors || asked.Error is null, "error", "has no meaning here: entries are left unprocessed");
    }

    private static int? Status(FaultRequest asked, string service, IReadOnlyDictionary<string, int> errors)
    {
        if (asked.Error is not { } error)
        {
            Check(asked.Status is null, "status", "is for error alone");
            return null;
        }

        Check(asked.Status is null or (>= 400 and <= 599), "status", $"{asked.Status} is not an HTTP status from 400 to 599");
        return asked.Status ?? (errors.TryGetValue(error, out var status) ? status : throw Invalid(
            "error", $"'{error}' is not known for {service}; give its status too, or one of {Listed(errors.Keys)}"));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static void Check(bool holds, string field, string problem)
    {
        if (!holds)
        {
            throw Invalid(field, problem);
        }
    }

    private static FaultRequestException Invalid(string field, string problem) => new(field, problem);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OperationName();

    // Longer units would be hours of real waiting, or of no fixed length.
    [GeneratedRegex(@"^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]{1,3})?S)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationText();
}
