using System.Globalization;

namespace Benchmarks.Load;

/// <summary>Fires pixels, then waits until what was promised is recorded.</summary>
internal sealed class LoadRun(LoadOptions options, HttpClient http, TextWriter output)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Longer than a batching window, a slow function and the visibility time-out after which a queue delivers again, of a sender's as well.
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(15);

    private readonly TimeProvider time = TimeProvider.System;
    private readonly RunningEnvironment environment = new(http);
    private readonly Tally tally = new();
    private readonly List<LoadSample> samples = [new(0, 0, 0, 0)];
    private long began;

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
        began = time.GetTimestamp();
        var posted = options.CompanyEvent is { } companyEvent ? await environment.PostAsync(companyEvent, cancellation) : default;

        await FireAsync(pixel, before, cancellation);
        var fired = time.GetElapsedTime(began);
        await WriteAsync($"Fired in {fired.TotalSeconds:N1} s, {options.Pixels / fired.TotalSeconds:N0} a second. Answers: {tally}.");
        var (done, isRecorded) = await WaitAsync(before, now => Task.FromResult(now.Settled >= tally.Promised), cancellation);
        var recorded = time.GetElapsedTime(began);
        var isSent = true;
        if (posted != default)
        {
            (done, isSent) = await WaitAsync(
                before, _ => environment.IsSentAsync(posted.Announcement, posted.Id, cancellation), cancellation);
        }

        await TellAsync(new()
        {
            Stored = tally.Promised,
            Recorded = done.Recorded,
            Rejected = done.Rejected,
            StoredASecond = tally.Promised / fired.TotalSeconds,
            RecordedAfterSeconds = recorded.TotalSeconds,
            SecondsToRecord = Percentiles.From(await environment.SecondsToRecordAsync(done.Recorded, cancellation)),
            Sent = done.Sent,
            SentAfterSeconds = posted != default && isSent ? time.GetElapsedTime(began).TotalSeconds : null,
            Calls = done.Calls,
            MemoryMegabytes = await environment.MemoryAsync(cancellation),
            Samples = samples,
        });
        if (!isRecorded || !isSent)
        {
            await WriteAsync($"Nothing happened for {LongestStandstill.TotalMinutes:N0} minutes, and not all was done.");
        }

        return done.Recorded == tally.Promised && isSent ? 0 : 1;
    }

    private async Task TellAsync(LoadFigures figures)
    {
        foreach (var line in figures.Lines())
        {
            await output.WriteLineAsync(line);
        }

        if (options.Json is { } json)
        {
            await File.WriteAllTextAsync(json.FullName, figures.ToJson());
        }

        if (options.Chart is { } chart)
        {
            await File.WriteAllTextAsync(chart.FullName, LoadChart.Draw(figures.Samples));
        }
    }

    private async Task FireAsync(string pixel, Reported before, CancellationToken cancellation)
    {
        using var firing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var progress = ShowProgressAsync(before, firing.Token);
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

    private async Task<(Reported Reported, bool IsDone)> WaitAsync(
        Reported before, Func<Reported, Task<bool>> isDone, CancellationToken cancellation)
    {
        var (last, changed) = ((0, 0), time.GetTimestamp());
        while (true)
        {
            var now = await environment.ReportedAsync(cancellation) - before;
            await ShowAsync(now);
            if (await isDone(now))
            {
                return (now, true);
            }

            if (time.GetElapsedTime(changed) > LongestStandstill)
            {
                return (now, false);
            }

            if ((now.Settled, now.Sent) != last)
            {
                (last, changed) = ((now.Settled, now.Sent), time.GetTimestamp());
            }

            await Task.Delay(Second, time, cancellation);
        }
    }

    private Task ShowAsync(Reported now)
    {
        samples.Add(new(time.GetElapsedTime(began).TotalSeconds, tally.Fired, now.Recorded, now.Sent));
        return WriteAsync($"  {tally.Fired,9:N0} fired {now.Recorded,9:N0} recorded {now.Sent,9:N0} messages sent");
    }

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
