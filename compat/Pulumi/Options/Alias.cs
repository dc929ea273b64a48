using System;
using System.Linq;

namespace Pulumi;

/// <summary>A name that a resource had before: a whole URN, or the parts that differ.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    internal Output<string> ResolveUrn(string name, string type, Resource? parent)
    {
        if (Urn is not null)
        {
            var hasParts = new object?[] { Name, Type, Stack, Project, Parent, ParentUrn }.Any(part => part is not null) || NoParent;
            return hasParts
                ? throw new ArgumentException($"The alias '{Urn}' of '{name}' is a whole URN; give no other parts with it.")
                : Output.Create(Urn);
        }

        if (new[] { Parent is not null, ParentUrn is not null, NoParent }.Count(given => given) > 1)
        {
            throw new ArgumentException($"An alias of '{name}' gives more than one of {nameof(Parent)}, {nameof(ParentUrn)} and {nameof(NoParent)}.");
        }

        var ancestor = Parent ?? (ParentUrn is null && !NoParent ? parent : null);
        return Pulumi.Urn.Create(Name ?? name, Type ?? type, ancestor, ParentUrn, Project, Stack);
    }
}
