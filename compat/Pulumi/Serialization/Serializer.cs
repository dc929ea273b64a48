using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>
/// Turns what a program gives into what a provider gets: null, bool, double, string, lists and maps of them,
/// assets, resources, <see cref="Unknown"/> and <see cref="Secret"/>.
/// </summary>
internal sealed class Serializer(bool keepResources)
{
    /// <summary>The resources whose values were met on the way.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    public async Task<object?> SerializeAsync(object? value, string path) => value switch
    {
        null or bool or double or string => value,
        int number => (double)number,
        InputArgs args => await SerializeMapAsync(await args.ToDictionaryAsync(), path),
        InvalidAsset or InvalidArchive => throw new InvalidOperationException($"Not an asset or archive: {path}"),
        AssetOrArchive => value,
        Task => throw new InvalidOperationException($"A Task cannot be sent; wrap it with Output.Create: {path}"),
        IInput input => await SerializeAsync(input.ToElements(), path),
        IUnion union => await SerializeAsync(union.Value, path),
        JsonElement json => PropertyJson.ToProperty(json),
        IOutput output => await SerializeOutputAsync(output, path),
        Resource resource => await SerializeResourceAsync(resource, path),
        IDictionary map => await SerializeMapAsync(map, path),
        IList list => await SerializeListAsync(list, path),
        ValueTuple => null,
        Enum named when named.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        _ => await SerializeDeclaredAsync(value, path),
    };

    public async Task<ImmutableDictionary<string, object>> SerializeMapAsync(IDictionary map, string path)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string ?? throw new InvalidOperationException($"A map's keys must be strings: {path}");
            if (await SerializeAsync(entry.Value, $"{path}.{key}") is { } value)
            {
                result.Add(key, value);
            }
        }

        return result.ToImmutable();
    }

    private async Task<ImmutableArray<object?>> SerializeListAsync(IList list, string path)
    {
        // A default ImmutableArray throws on every access, and stands for an empty one.
        if (list.GetType().IsValueType && list.Equals(Activator.CreateInstance(list.GetType())))
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            result.Add(await SerializeAsync(list[index], $"{path}[{index}]"));
        }

        return result.MoveToImmutable();
    }

    private async Task<object?> SerializeOutputAsync(IOutput output, string path)
    {
        var data = await output.GetDataAsync();
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown.Value;
        }

        var value = await SerializeAsync(data.Value, path);
        return data.IsSecret ? new Secret(value) : value;
    }

    private async Task<object?> SerializeResourceAsync(Resource resource, string path)
    {
        var id = resource is CustomResource custom ? await SerializeAsync(custom.Id, $"{path}.id") : null;
        if (resource is CustomResource)
        {
            Dependencies.Add(resource);
        }

        if (!keepResources && resource is CustomResource)
        {
            return id;
        }

        // A component is sent as its URN alone: its properties may refer back to whoever is being sent.
        var urn = await SerializeAsync(resource.Urn, $"{path}.urn");
        return keepResources ? ResourceReferences.Resolve(resource, (string)urn!) : urn;
    }

    private async Task<object?> SerializeDeclaredAsync(object value, string path)
    {
        var type = value.GetType();
        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return EnumTypes.ValueOf(value);
        }

        if (!type.IsDefined(typeof(OutputTypeAttribute)))
        {
            throw new InvalidOperationException($"{type.FullName} is not a supported argument type: {path}");
        }

        var fields = new Dictionary<string, object?>();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (field.IsInitOnly)
            {
                fields.Add(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value));
            }
        }

        return await SerializeMapAsync(fields, path);
    }
}
