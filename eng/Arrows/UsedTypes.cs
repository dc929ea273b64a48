using System.Reflection;

namespace Arrows;

/// <summary>
/// The types that a compiled type uses: in its declaration, its members' signatures and attributes, and the code of its methods. A constant
/// leaves no trace in compiled code.
/// </summary>
internal static class UsedTypes
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static;

    public static IEnumerable<Type> From(Type type) =>
        Declaration(type)
            .Concat(type.GetFields(Declared).Select(field => field.FieldType))
            .Concat(type.GetMembers(Declared).SelectMany(Attributes))
            .Concat(type.GetMembers(Declared).OfType<MethodBase>().SelectMany(method => Signature(method).Concat(Body(method))))
            .SelectMany(Parts);

    private static IEnumerable<Type> Declaration(Type type) =>
        type.GetInterfaces()
            .Concat(Attributes(type))
            .Concat(type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))
            .Append(type.BaseType)
            .OfType<Type>();

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments
            .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue))
            .Select(argument => argument.Value)
            .OfType<Type>()
            .Append(attribute.AttributeType));

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method is MethodInfo { ReturnType: var returned } ? [returned] : []);

    private static IEnumerable<Type> Body(MethodBase method) => method.GetMethodBody() is not { } body
        ? []
        : body.LocalVariables.Select(local => local.LocalType)
            .Concat(body.ExceptionHandlingClauses
                .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                .Select(clause => clause.CatchType)
                .OfType<Type>())
            .Concat(Instructions.Members(method, body).SelectMany(Named));

    private static IEnumerable<Type> Named(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [.. method.GetGenericArguments(), .. Declaring(method)],
        _ => Declaring(member),
    };

    private static IEnumerable<Type> Declaring(MemberInfo member) => member.DeclaringType is { } type ? [type] : [];

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };
}
