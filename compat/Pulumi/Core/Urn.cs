using System;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A resource's unique name: <c>urn:pulumi:stack::project::parent types$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private const string Separator = "::";
    private readonly string value;

    public Urn(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException($"Give '{nameof(parent)}' or '{nameof(parentUrn)}', not both.");
        }

        var ancestor = parent is null ? parentUrn?.ToOutput() : parent.Urn;
        var prefix = ancestor is not null
            ? ancestor.Apply(urn => urn[..urn.LastIndexOf(Separator, StringComparison.Ordinal)] + "$")
            : Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    public static implicit operator string(Urn value) => value.value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    public bool Equals(Urn other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => value;

    /// <summary>The type with those of its parents, joined by <c>$</c>.</summary>
    internal static string QualifiedType(string urn) => urn.Split(Separator)[2];
}
