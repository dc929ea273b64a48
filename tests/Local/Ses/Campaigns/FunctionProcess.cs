using Engagement.Services;

namespace Local.Tests.Ses.Campaigns;

/// <summary>
/// A function's process: everything that it calls goes wrong as <see cref="FunctionFaults"/> say, and nothing works once it has ended.
/// </summary>
internal sealed class FunctionProcess(FunctionFaults faults, Random random)
{
    private volatile bool ended;

    /// <summary>A number from 0 to 999.</summary>
    public int Roll()
    {
        lock (random)
        {
            return random.Next(1000);
        }
    }

    /// <summary>Ends the process now and then.</summary>
    public void Live()
    {
        ended |= Roll() < faults.Deaths;
        if (ended)
        {
            throw new Died();
        }
    }

    /// <summary>A call to a table, before or after its work.</summary>
    public Task AroundAsync(int call, bool done)
    {
        Live();
        return Roll() < faults.Failures / 2 ? throw new HttpRequestException("The connection broke.") : Task.CompletedTask;
    }

    /// <summary>A call of another kind.</summary>
    public void Call(Action work)
    {
        Fail();
        work();
        Fail();
    }

    private void Fail()
    {
        Live();
        if (Roll() < faults.Failures / 2)
        {
            throw new ServiceException(ServiceFailure.Failed, "Queue: HttpRequestException");
        }
    }
}
