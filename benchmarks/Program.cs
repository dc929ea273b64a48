using System.CommandLine;
using Benchmarks.Load;
using Benchmarks.Profiling;
using Benchmarks.Recording;
using Benchmarks.Sending;
using Benchmarks.Starting;

var root = new RootCommand("Measures what recording pixel events and sending messages cost.")
{
    RecordingCommand.Whole(),
    RecordingCommand.Parts(),
    SendingCommand.Create(),
    ProfileCommand.Create(),
    StartsCommand.Create(),
    LoadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
