using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.MappingTemplates.Syntax;

/// <summary>A piece of a template that has a value.</summary>
internal abstract record Expression(TemplatePosition Position);

/// <summary>A whole number, a truth value, or a text without references.</summary>
internal sealed record LiteralExpression(object Value, TemplatePosition Position) : Expression(Position);

/// <summary>A text in double quotes with references or directives in it: a template within the template.</summary>
internal sealed record InterpolatedExpression(ImmutableArray<TemplateStatement> Parts, TemplatePosition Position) : Expression(Position);

/// <summary><c>[a, b]</c>.</summary>
internal sealed record ListExpression(ImmutableArray<Expression> Items, TemplatePosition Position) : Expression(Position);

/// <summary><c>!operand</c>.</summary>
internal sealed record NotExpression(Expression Operand, TemplatePosition Position) : Expression(Position);

/// <summary>Two operands and what is between them.</summary>
internal sealed record BinaryExpression(
    BinaryOperator Operator, Expression Left, Expression Right, TemplatePosition Position) : Expression(Position);

/// <summary><c>$name</c> and what follows it.</summary>
/// <param name="Name">Variable, without <c>$</c>.</param>
/// <param name="Accessors">What is asked of the variable's value, in order.</param>
/// <param name="Source">The reference as written.</param>
/// <param name="Position">Where.</param>
internal sealed record ReferenceExpression(
    string Name, ImmutableArray<Accessor> Accessors, string Source, TemplatePosition Position) : Expression(Position);
