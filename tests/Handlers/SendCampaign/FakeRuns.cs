using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Runs in memory, by their names.</summary>
internal sealed class FakeRuns : ICampaignRuns
{
    private readonly Dictionary<string, CampaignRun> runs = [];
    private readonly HashSet<string> due = [];

    public CampaignRun this[string name] => runs[name];

    public IEnumerable<string> Names => runs.Keys;

    /// <summary>How often it was asked whether a run is there, or made.</summary>
    public int Creations { get; private set; }

    /// <summary>Called with the names of runs that begin.</summary>
    public Action<string> Beginning { get; set; } = _ => { };

    public Task<bool> TryCreateAsync(CampaignRun run, CancellationToken cancellation)
    {
        Creations++;
        if (!runs.TryAdd(run.Identity.Name, run))
        {
            return Task.FromResult(false);
        }

        if (run.State == RunState.Waiting)
        {
            due.Add(run.Identity.Name);
        }

        return Task.FromResult(true);
    }

    public Task<CampaignRun?> FindAsync(CampaignIdentity identity, CancellationToken cancellation) =>
        Task.FromResult(runs.GetValueOrDefault(identity.Name));

    public Task<IReadOnlyList<CampaignIdentity>> DueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CampaignIdentity>>(
            [.. due.Select(name => runs[name]).Where(run => run.Due <= now).OrderBy(run => run.Due).Select(run => run.Identity)]);

    public Task<BegunPass> BeginAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        Beginning(identity.Name);
        var run = runs[identity.Name];
        if (run.State == RunState.Waiting)
        {
            var shares = run.Shares is [] ? CampaignRun.FirstShares : run.Shares;
            runs[identity.Name] = run = run with { State = RunState.Sending, Shares = shares };
        }

        return Task.FromResult(new BegunPass(run.Pass, run.State == RunState.Sending && due.Contains(identity.Name)));
    }

    public Task NoteQueuedAsync(CampaignIdentity identity, int pass, CancellationToken cancellation)
    {
        if (runs[identity.Name] is var run && run.Pass == pass && run.State != RunState.Waiting)
        {
            due.Remove(identity.Name);
        }

        return Task.CompletedTask;
    }

    public Task<bool> TryMoveAsync(CampaignIdentity identity, int share, RunShare from, RunShare to, CancellationToken cancellation)
    {
        var run = runs[identity.Name];
        if (run.Shares[share].Page != from.Page)
        {
            return Task.FromResult(false);
        }

        runs[identity.Name] = run with { Shares = [.. run.Shares.Select((each, index) => index == share ? to : each)] };
        return Task.FromResult(true);
    }

    public Task<bool> TryHoldAsync(CampaignIdentity identity, int pass, DateTimeOffset due, CancellationToken cancellation)
    {
        if (runs[identity.Name] is not { State: RunState.Sending } run || run.Pass != pass)
        {
            return Task.FromResult(false);
        }

        runs[identity.Name] = run with { State = RunState.Waiting, Pass = pass + 1, Due = due };
        this.due.Add(identity.Name);
        return Task.FromResult(true);
    }

    public Task<bool> TryCompleteAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        runs[identity.Name] = runs[identity.Name] with { State = RunState.Completed };
        return Task.FromResult(true);
    }

    public Task InvalidateAsync(CampaignIdentity identity, string problem, CancellationToken cancellation)
    {
        runs[identity.Name] = runs[identity.Name] with { State = RunState.Invalid, Problem = problem };
        return Task.CompletedTask;
    }

    public static void Fail() => throw new ServiceException(ServiceFailure.Failed, "Ledger: TaskCanceledException");
}
