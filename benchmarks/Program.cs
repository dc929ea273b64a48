using System.CommandLine;
using Benchmarks.Growth;
using Benchmarks.Load;
using Benchmarks.Recording;

var root = new RootCommand("Measures what the stack costs.")
{
    RecordingCommand.Whole(),
    RecordingCommand.Parts(),
    LoadCommand.Create(),
    GrowthCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
