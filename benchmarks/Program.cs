using System.CommandLine;
using Benchmarks.Load;
using Benchmarks.Recording;

var root = new RootCommand("Measures what recording pixel events costs.")
{
    RecordingCommand.Whole(),
    RecordingCommand.Parts(),
    LoadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
