using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Handlers.Tests.Artifacts;

/// <summary>
/// Which assemblies of a folder a function's code uses: those of the types that its own types and the types of this project's libraries
/// name, from the function's on. Of an assembly of others all that it refers to counts.
/// </summary>
internal sealed class CodeClosure : IDisposable
{
    private readonly Dictionary<string, PEReader> files;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<(string Assembly, TypeDefinitionHandle Type)> seen = [];
    private readonly Queue<(string Assembly, TypeDefinitionHandle Type)> waiting = [];

    private CodeClosure(string folder) => files = Directory.GetFiles(folder, "*.dll")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => new PEReader(File.OpenRead(file)), StringComparer.Ordinal);

    /// <summary>The names of the assemblies that the function of this name uses.</summary>
    public static IReadOnlySet<string> Find(string folder, string function)
    {
        using var closure = new CodeClosure(folder);
        closure.Use(function);
        foreach (var type in closure.files[function].GetMetadataReader().TypeDefinitions)
        {
            closure.Visit(function, type);
        }

        while (closure.waiting.TryDequeue(out var next))
        {
            closure.Read(next.Assembly, next.Type);
        }

        return closure.used;
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }
    }

    private static bool IsOurs(string assembly, string? function = null) =>
        assembly == function || assembly == "Engagement" || assembly.StartsWith("Engagement.", StringComparison.Ordinal);

    private void Use(string assembly)
    {
        if (!files.TryGetValue(assembly, out var file) || !used.Add(assembly) || IsOurs(assembly) || used.Count == 1)
        {
            return;
        }

        var metadata = file.GetMetadataReader();
        foreach (var reference in metadata.AssemblyReferences)
        {
            Use(metadata.GetString(metadata.GetAssemblyReference(reference).Name));
        }
    }

    private void Visit(string assembly, TypeDefinitionHandle type)
    {
        if (seen.Add((assembly, type)))
        {
            waiting.Enqueue((assembly, type));
        }
    }

    private void Read(string assembly, TypeDefinitionHandle handle)
    {
        var metadata = files[assembly].GetMetadataReader();
        var type = metadata.GetTypeDefinition(handle);
        Name(assembly, type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Name(assembly, metadata.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields())
        {
            metadata.GetFieldDefinition(field).DecodeSignature(Names(assembly), null);
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            method.DecodeSignature(Names(assembly), null);
            if (method.RelativeVirtualAddress != 0)
            {
                Body(assembly, files[assembly].GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Body(string assembly, MethodBodyBlock body)
    {
        foreach (var token in IntermediateLanguage.Tokens(body.GetILReader()))
        {
            Name(assembly, token);
        }

        if (!body.LocalSignature.IsNil)
        {
            files[assembly].GetMetadataReader().GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(Names(assembly), null);
        }
    }

    private void Name(string assembly, EntityHandle named)
    {
        // Interfaces have no base.
        if (named.IsNil)
        {
            return;
        }

        var metadata = files[assembly].GetMetadataReader();
        switch (named.Kind)
        {
            case HandleKind.TypeDefinition:
                Visit(assembly, (TypeDefinitionHandle)named);
                break;
            case HandleKind.TypeReference:
                Refer(metadata, (TypeReferenceHandle)named);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(Names(assembly), null);
                break;
            case HandleKind.MethodDefinition:
                Visit(assembly, metadata.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Visit(assembly, metadata.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)named);
                Name(assembly, member.Parent);
                Decode(assembly, member);
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)named);
                Name(assembly, method.Method);
                method.DecodeSignature(Names(assembly), null);
                break;
            default:
                break;
        }
    }

    private void Refer(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            Refer(metadata, (TypeReferenceHandle)type.ResolutionScope);
            return;
        }

        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
        {
            return;
        }

        var name = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        Use(name);
        if (IsOurs(name) && files.TryGetValue(name, out var file))
        {
            VisitByName(name, file.GetMetadataReader(), metadata.GetString(type.Namespace), metadata.GetString(type.Name));
        }
    }

    private void VisitByName(string assembly, MetadataReader metadata, string space, string name)
    {
        foreach (var type in metadata.TypeDefinitions)
        {
            var definition = metadata.GetTypeDefinition(type);
            if (metadata.StringComparer.Equals(definition.Name, name) && metadata.StringComparer.Equals(definition.Namespace, space))
            {
                Visit(assembly, type);
            }
        }
    }

    private NamedTypes Names(string assembly) => new(type => Name(assembly, type));

    private void Decode(string assembly, MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(Names(assembly), null);
        }
        else
        {
            member.DecodeMethodSignature(Names(assembly), null);
        }
    }
}
