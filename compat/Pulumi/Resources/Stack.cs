using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The root of a deployment; its properties marked with <see cref="OutputAttribute"/> are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options))
        => Deployment.Required.Stack = this;

    internal void RegisterPropertyOutputs()
    {
        var outputs = ResourceOutputs.PropertiesOf(GetType())
            .Where(output => output.Property.DeclaringType?.IsAssignableFrom(typeof(Stack)) != true)
            .ToDictionary(output => output.Name, output => output.Property.GetValue(this));
        var unset = outputs.Where(output => output.Value is null).Select(output => output.Key).ToImmutableArray();
        if (unset.Length > 0)
        {
            throw new RunException($"Output(s) '{string.Join(", ", unset)}' have no value assigned: "
                + "set every [Output] property inside the Stack constructor.");
        }

        var wrong = outputs.Where(output => output.Value is not IOutput).Select(output => output.Key).ToImmutableArray();
        if (wrong.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        RegisterOutputs((IDictionary<string, object?>)outputs);
    }

    private static ComponentResourceOptions? Convert(StackOptions? options) => options is null ? null : new()
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}
