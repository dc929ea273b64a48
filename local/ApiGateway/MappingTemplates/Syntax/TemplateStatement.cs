using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.MappingTemplates.Syntax;

/// <summary>A piece of a template that renders or does something.</summary>
internal abstract record TemplateStatement(TemplatePosition Position);

/// <summary>Text rendered as it stands.</summary>
internal sealed record TextStatement(string Text, TemplatePosition Position) : TemplateStatement(Position);

/// <summary>A reference whose value is rendered.</summary>
internal sealed record ReferenceStatement(ReferenceExpression Reference) : TemplateStatement(Reference.Position);

/// <summary><c>#set($target = value)</c>.</summary>
internal sealed record SetStatement(ReferenceExpression Target, Expression Value, TemplatePosition Position) : TemplateStatement(Position);

/// <summary><c>#if</c> with its <c>#elseif</c> branches and its <c>#else</c>, whose condition is null.</summary>
internal sealed record IfStatement(ImmutableArray<Branch> Branches, TemplatePosition Position) : TemplateStatement(Position);

/// <summary>One way through an <c>#if</c>.</summary>
internal sealed record Branch(Expression? Condition, ImmutableArray<TemplateStatement> Body);

/// <summary><c>#foreach($variable in items)</c>.</summary>
internal sealed record ForeachStatement(
    string Variable, Expression Items, ImmutableArray<TemplateStatement> Body, TemplatePosition Position) : TemplateStatement(Position);
