using System.CommandLine;
using CompatGenerator;
using CompatGenerator.AwsSdk;
using CompatGenerator.PulumiAws;
using CompatGenerator.Writing;

IReadOnlyList<IGenerator> generators =
[
    new PulumiAwsGenerator(),
    new AwsSdkGenerator("firehose.yaml"),
    new AwsSdkGenerator("pinpoint.yaml"),
    new AwsSdkGenerator("pinpoint-sms-voice-v2.yaml"),
    new AwsSdkGenerator("secrets-manager.yaml"),
    new AwsSdkGenerator("simple-email-v2.yaml"),
    new AwsSdkGenerator("step-functions.yaml"),
];

var root = new RootCommand("Writes the subsets under compat/ from the type declarations that the same vendors publish to npm.");
root.Add(Command("generate", "Write the generated files.", GenerateAsync));
root.Add(Command("check", "Fail, showing the difference, when compat/ is not what the declarations give.", CheckAsync));
return await root.Parse(args).InvokeAsync();

Command Command(string name, string description, Func<IGenerator, Workspace, CancellationToken, Task<bool>> run)
{
    var command = new Command(name, description);
    command.SetAction(async (_, cancellation) =>
    {
        try
        {
            var workspace = Workspace.Open();
            var whole = true;
            foreach (var generator in generators)
            {
                whole &= await run(generator, workspace, cancellation);
            }

            return whole ? 0 : 1;
        }
        catch (GeneratorException exception)
        {
            await Console.Error.WriteLineAsync($"CompatGenerator: {exception.Message}");
            return 2;
        }
    });
    return command;
}

static async Task<bool> GenerateAsync(IGenerator generator, Workspace workspace, CancellationToken cancellation)
{
    var files = await generator.GenerateAsync(workspace, cancellation);
    var changed = new OutputFolder(workspace.RepositoryRoot, generator.Output).Write(files);
    Console.WriteLine($"{generator.Output}: {files.Count} files, {changed} changed");
    return true;
}

static async Task<bool> CheckAsync(IGenerator generator, Workspace workspace, CancellationToken cancellation)
{
    var files = await generator.GenerateAsync(workspace, cancellation);
    var differences = new OutputFolder(workspace.RepositoryRoot, generator.Output).Compare(files);
    if (differences.Count == 0)
    {
        Console.WriteLine($"{generator.Output}: {files.Count} files, as generated");
        return true;
    }

    foreach (var difference in differences)
    {
        await Console.Error.WriteLineAsync(difference);
    }

    await Console.Error.WriteLineAsync(
        $"{generator.Output}: {differences.Count} files differ from what the declarations give. To accept: dotnet run --project "
            + "eng/CompatGenerator -- generate");
    return false;
}
