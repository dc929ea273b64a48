using System.Reflection;
using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using Engagement.Local.Plans;
using Engagement.Local.Resources;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Tests.Plans;

/// <summary>What is known of replacements is known of every type, in the names that the types have.</summary>
public sealed partial class ReplacementTests
{
    [Fact]
    public async Task Every_type_of_the_plans_is_known()
    {
        foreach (var stack in PlannedStack.Files.Stacks)
        {
            var plan = PlanYaml.Read(stack, await PlannedStack.Files.AcceptedAsync(stack, CancellationToken.None));
            var types = plan["resources"]!.AsObject().Select(pair => (string)pair.Value!["type"]!).Distinct();

            Assert.All(types, type => Assert.NotNull(Replacements.PathsOf(type)));
        }
    }

    [Fact]
    public void Every_input_that_replaces_is_an_input_of_its_type()
    {
        var classes = typeof(Aws.Sqs.Queue).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CustomResource)))
            .Select(type => (Class: type, Token: type.GetCustomAttributes().OfType<ResourceTypeAttribute>().FirstOrDefault()?.Type))
            .Where(each => each.Token is not null)
            .ToDictionary(each => each.Token!, each => each.Class, StringComparer.Ordinal);

        foreach (var type in Replacements.KnownTypes)
        {
            var arguments = classes[type].GetConstructors().Single().GetParameters()[1].ParameterType;
            Assert.All(Replacements.PathsOf(type)!.Where(path => path != "region"), path => AssertInput(arguments, path));
        }
    }

    // The list holds every type that compat/ can stand in for, so that a new type of the stack has been looked at before.
    [Fact]
    public async Task Every_type_that_is_generated_is_known()
    {
        var generated = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Path, "eng", "CompatGenerator", "PulumiAws", "pulumi-aws.yaml"));
        var resources = PlanYaml.Read("pulumi-aws.yaml", generated)["resources"]!.AsObject()
            .SelectMany(module =>
                module.Value!
                    .AsArray()
                    .Select(type =>
                        $"aws:{module.Key}/{FirstLetter().Replace((string)type!, match => match.Value.ToLowerInvariant())}:{type}"));

        Assert.Empty(resources.Except(Replacements.KnownTypes));
    }

    private static void AssertInput(Type arguments, string path)
    {
        foreach (var name in path.Split('.'))
        {
            var inputs = InputsOf(arguments);
            Assert.Contains(name, inputs.Keys);
            arguments = inputs[name];
        }
    }

    private static Dictionary<string, Type> InputsOf(Type arguments) =>
        arguments.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(member => member.GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType == typeof(InputAttribute))
                .Select(attribute => (Name: (string)attribute.ConstructorArguments[0].Value!, Type: TypeOf(member))))
            .ToDictionary(input => input.Name, input => input.Type, StringComparer.Ordinal);

    // Input<T>, InputList<T> and InputMap<T> hold what is looked for.
    private static Type TypeOf(MemberInfo member)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        return type.IsGenericType ? type.GetGenericArguments()[0] : type;
    }

    [GeneratedRegex("^[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLetter();
}
