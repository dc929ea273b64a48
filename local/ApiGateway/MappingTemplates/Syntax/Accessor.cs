using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.MappingTemplates.Syntax;

/// <summary>A step from a value to a part of it.</summary>
internal abstract record Accessor(TemplatePosition Position);

/// <summary><c>.name</c>.</summary>
internal sealed record PropertyAccessor(string Name, TemplatePosition Position) : Accessor(Position);

/// <summary><c>.name(arguments)</c>.</summary>
internal sealed record MethodAccessor(string Name, ImmutableArray<Expression> Arguments, TemplatePosition Position) : Accessor(Position);
