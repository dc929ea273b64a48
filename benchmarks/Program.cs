using System.CommandLine;
using Benchmarks.Growth;
using Benchmarks.Load;
using Benchmarks.Profiling;
using Benchmarks.Recording;
using Benchmarks.Sending;
using Benchmarks.Starting;

var root = new RootCommand("Measures what the stack costs.")
{
    RecordingCommand.Whole(),
    RecordingCommand.Parts(),
    SendingCommand.Create(),
    ProfileCommand.Create(),
    StartsCommand.Create(),
    LoadCommand.Create(),
    GrowthCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
