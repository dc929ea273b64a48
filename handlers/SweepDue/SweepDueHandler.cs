using System.Text.Json;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace SweepDue;

/// <summary>Looks each minute for what is due. A sweep that fails keeps none of the others from theirs.</summary>
internal sealed class SweepDueHandler(IReadOnlyList<Sweep> sweeps, LogWriter log, MetricsWriter metrics)
{
    /// <param name="_">The schedule's event. What is due the tables say, so that a sweep that comes late, or twice, does no harm.</param>
    /// <param name="deadline">By when to stop.</param>
    /// <exception cref="ServiceException">A sweep failed; the others ran.</exception>
    public async Task<SweepAnswer> HandleAsync(JsonElement _, Deadline deadline)
    {
        ServiceException? failed = null;
        foreach (var sweep in sweeps)
        {
            failed = await TryAsync(sweep, deadline) ?? failed;
        }

        if (failed is not null)
        {
            throw failed;
        }

        metrics.Count(MetricName.DueSweeps);
        return new([.. sweeps.Select(sweep => sweep.Name)]);
    }

    private async Task<ServiceException?> TryAsync(Sweep sweep, Deadline deadline)
    {
        try
        {
            await sweep.RunAsync(deadline);
            return null;
        }
        catch (ServiceException exception)
        {
            log.SweepFailed(sweep.Name, exception.Message);
            return exception;
        }
    }
}
