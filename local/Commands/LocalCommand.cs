using System.CommandLine;

namespace Engagement.Local.Commands;

/// <summary>The command line of this program.</summary>
internal static class LocalCommand
{
    /// <summary>The root command; without arguments it brings the stack up.</summary>
    public static RootCommand Create()
    {
        var stack = new Option<string>("--stack") { Description = "Environment, as in Pulumi.<stack>.yaml.", DefaultValueFactory = _ => "dev" };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 8080 };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535)
            {
                result.AddError("--port must be from 0 to 65535.");
            }
        });
        var definitions = new Option<DirectoryInfo?>("--definitions") { Description = "Folder with the definitions, instead of the repository's." };
        var customers = new Option<string?>("--customers") { Description = "CSV file of customers, in the format that Pinpoint imports, instead of the samples; 'none' for none." };
        var root = new RootCommand("Brings the whole stack up on this machine: the same program, functions and definitions as 'pulumi up'.") { stack, port, definitions, customers };
        root.SetAction((arguments, cancellationToken) => UpCommand.RunAsync(
            new(arguments.GetRequiredValue(stack), arguments.GetRequiredValue(port), arguments.GetValue(definitions)?.FullName, arguments.GetValue(customers)),
            Console.Out,
            Console.Error,
            cancellationToken));
        return root;
    }
}
