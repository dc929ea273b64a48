using System.CommandLine;
using System.Globalization;
using Benchmarks.Profiling;

namespace Benchmarks.Sending;

/// <summary><c>sending</c>: what a message costs the functions that send, beside a plain loop.</summary>
internal static class SendingCommand
{
    private const int WarmUp = 12;
    private const int Rounds = 5;
    private const int Times = 4;

    public static Command Create()
    {
        var command = new Command("sending", "What a message costs the functions that send, beside a plain loop.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task RunAsync()
    {
        using var functions = new SendingFunctions();
        var plain = new PlainSender(functions);
        (string Name, Func<Task> Work)[] versions =
        [
            ("the send alone", plain.SendAloneAsync),
            ("get, render, send, put", plain.SendAllAsync),
            ("`SendCampaign`", CampaignFunction.Wire(functions, sets: false)),
            ("`SendCampaign` that sets an attribute", CampaignFunction.Wire(functions, sets: true)),
            ("`SendReminders`", ReminderFunction.Wire(functions)),
        ];
        foreach (var (_, work) in versions)
        {
            await RepeatAsync(work, WarmUp);
        }

        var costs = versions.Select(_ => new List<Cost>()).ToList();
        var requests = new Dictionary<string, int>[versions.Length];
        for (var round = 0; round < Rounds; round++)
        {
            // In turns, so that what else the machine does concerns all alike.
            for (var i = 0; i < versions.Length; i++)
            {
                functions.Aws.TakeRequests();
                costs[i].Add(await Cost.MeasureAsync(() => RepeatAsync(versions[i].Work, Times)));
                requests[i] = new(functions.Aws.TakeRequests());
            }
        }

        Write(versions, costs, requests);
    }

    private static void Write((string Name, Func<Task> Work)[] versions, List<List<Cost>> costs, Dictionary<string, int>[] requests)
    {
        const double Messages = Times * SendingCustomers.Count;
        var medians = costs.ConvertAll(each => Median(each));
        Console.WriteLine("| a message | requests besides the send | CPU | besides the send | allocated | besides the send |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (var i = 0; i < versions.Length; i++)
        {
            if (requests[i][InstantAws.Sending] != (int)Messages)
            {
                throw new InvalidOperationException($"{versions[i].Name} sent {requests[i][InstantAws.Sending]} messages.");
            }

            var besides = (requests[i].Values.Sum() - Messages) / Messages;
            var (own, alone) = (medians[i], medians[0]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {versions[i].Name} | {besides:0.00} | {own.Cpu.TotalMicroseconds / Messages:0} µs "
                    + $"| {(own.Cpu - alone.Cpu).TotalMicroseconds / Messages:0} µs | {own.Bytes / Messages:N0} B "
                    + $"| {(own.Bytes - alone.Bytes) / Messages:N0} B |"));
            Console.WriteLine($"<!-- {string.Join(", ", requests[i].Select(each => $"{each.Key} {each.Value / Messages:0.000}"))} -->");
        }
    }

    private static Cost Median(List<Cost> costs) =>
        new(costs.Select(cost => cost.Cpu).Order().ElementAt(Rounds / 2), costs.Select(cost => cost.Bytes).Order().ElementAt(Rounds / 2));

    private static async Task RepeatAsync(Func<Task> work, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await work();
        }
    }
}
