using System.Globalization;

namespace Benchmarks.Load;

/// <summary>Fires pixels, then waits until what was promised is recorded.</summary>
internal sealed class LoadRun(LoadOptions options, HttpClient http, TextWriter output)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Longer than a batching window, a slow function and the visibility time-out after which the queue delivers again.
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(4);

    private readonly TimeProvider time = TimeProvider.System;
    private readonly RunningEnvironment environment = new(http);
    private readonly Tally tally = new();

    /// <returns>0 when every pixel that was answered 200 was recorded.</returns>
    public static async Task<int> RunAsync(LoadOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        using var sockets = new SocketsHttpHandler { MaxConnectionsPerServer = options.Parallel };
        using var http = new HttpClient(sockets) { BaseAddress = options.Environment, Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            return await new LoadRun(options, http, output).RunAsync(cancellation);
        }
        catch (HttpRequestException exception)
        {
            await error.WriteLineAsync(
                $"{options.Environment} does not answer as a local environment does: {exception.Message} Start one with 'dotnet run "
                    + "--project local'.");
            return 1;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var pixel = await environment.PixelUrlAsync(cancellation);
        var before = await environment.ReportedAsync(cancellation);
        await WriteAsync(
            $"Firing {options.Pixels:N0} pixels at {pixel}, {options.Parallel:N0} at once, at most {options.Rate:N0} a second.");

        var began = time.GetTimestamp();
        await FireAsync(pixel, before, cancellation);
        var fired = time.GetElapsedTime(began);
        await WriteAsync($"Fired in {fired.TotalSeconds:N1} s, {options.Pixels / fired.TotalSeconds:N0} a second. Answers: {tally}.");

        var done = await WaitAsync(before, cancellation);
        var whole = time.GetElapsedTime(began);
        await WriteAsync($"Recorded {done.Recorded:N0} and rejected {done.Rejected:N0} of {tally.Promised:N0} stored.");
        await WriteAsync($"The last one came {whole.TotalSeconds:N1} s after the first: {done.Recorded / whole.TotalSeconds:N0} a second.");
        await WriteAsync(
            $"PutEvents was called {done.Calls:N0} times: {(done.Calls == 0 ? 0 : (double)done.Recorded / done.Calls):N1} events a call.");
        return done.Recorded == tally.Promised ? 0 : 1;
    }

    private async Task FireAsync(string pixel, Reported before, CancellationToken cancellation)
    {
        using var firing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var progress = ShowProgressAsync(before, firing.Token);
        var began = time.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation };
        await Parallel.ForAsync(0, options.Pixels, parallel, async (number, token) =>
        {
            var due = TimeSpan.FromSeconds((double)number / options.Rate) - time.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, time, token);
            }

            tally.Add(await FireAsync(
                new Uri($"{pixel}?event=purchase_success&endpoint_id=visitor-{number / 2}"
                    + $"&evat_value=19.90&evat_currency=EUR&evme_value=19.9&gtmcb={number}"),
                token));
        });
        await firing.CancelAsync();
        await progress;
    }

    private async Task<string> FireAsync(Uri pixel, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(pixel, cancellation);
            return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return exception.GetType().Name;
        }
    }

    private async Task ShowProgressAsync(Reported before, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Second, time, cancellation);
                await ShowAsync(await environment.ReportedAsync(cancellation) - before);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // All are fired.
        }
    }

    private async Task<Reported> WaitAsync(Reported before, CancellationToken cancellation)
    {
        var (last, changed) = (default(Reported), time.GetTimestamp());
        while (true)
        {
            var now = await environment.ReportedAsync(cancellation) - before;
            if (now.Recorded + now.Rejected >= tally.Promised || time.GetElapsedTime(changed) > LongestStandstill)
            {
                return now;
            }

            if (now != last)
            {
                (last, changed) = (now, time.GetTimestamp());
            }

            await ShowAsync(now);
            await Task.Delay(Second, time, cancellation);
        }
    }

    private Task ShowAsync(Reported now) =>
        WriteAsync($"  {tally.Fired,9:N0} fired {now.Recorded,9:N0} recorded {now.Calls,7:N0} PutEvents");

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
