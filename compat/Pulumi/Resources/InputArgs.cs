using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments: the members marked with <see cref="InputAttribute"/> are sent.</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> MembersByType = new();

    private protected InputArgs()
    {
    }

    internal virtual Task<ImmutableDictionary<string, object?>> ToDictionaryAsync()
        => Task.FromResult(MembersByType.GetOrAdd(GetType(), FindMembers).ToImmutableDictionary(member => member.Input.Name, Read));

    private static ImmutableArray<InputMember> FindMembers(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var fields = type.GetFields(Any).Select(field => (Member: (MemberInfo)field, Read: (Func<object, object?>)field.GetValue));
        var properties = type.GetProperties(Any).Select(property => (Member: (MemberInfo)property, Read: (Func<object, object?>)property.GetValue));
        return
        [
            .. from candidate in fields.Concat(properties)
               let input = candidate.Member.GetCustomAttribute<InputAttribute>()
               where input is not null
               select new InputMember(candidate.Member.Name, input, candidate.Read),
        ];
    }

    private object? Read(InputMember member)
    {
        var value = member.Read(this);
        if (value is null && member.Input.IsRequired)
        {
            throw new ArgumentNullException(member.Name, $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value");
        }

        return value is not null && member.Input.Json ? PropertyJson.FromInput(value, $"{GetType().FullName}.{member.Name}") : value;
    }

    private sealed record InputMember(string Name, InputAttribute Input, Func<object, object?> Read);
}
