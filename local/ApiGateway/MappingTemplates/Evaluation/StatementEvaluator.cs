using System.Collections.Immutable;
using System.Text;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Runs statements and collects what they render.</summary>
internal sealed class StatementEvaluator
{
    private readonly Scope scope;

    private readonly ExpressionEvaluator expressions;

    public StatementEvaluator(Scope scope)
    {
        this.scope = scope;
        expressions = new(scope, Render);
    }

    /// <summary>What the statements render.</summary>
    public string Render(ImmutableArray<TemplateStatement> statements)
    {
        var output = new StringBuilder();
        Run(statements, output);
        return output.ToString();
    }

    private void Run(ImmutableArray<TemplateStatement> statements, StringBuilder output)
    {
        foreach (var statement in statements)
        {
            scope.Step(statement.Position);
            Run(statement, output);
            if (output.Length > TemplateLimits.TextLength)
            {
                throw new TemplateException($"The template renders more than {TemplateLimits.TextLength} characters", statement.Position);
            }
        }
    }

    private void Run(TemplateStatement statement, StringBuilder output)
    {
        switch (statement)
        {
            case TextStatement text:
                output.Append(text.Text);
                break;
            case ReferenceStatement reference:
                output.Append(TemplateValues.Text(expressions.References.Value(reference.Reference)));
                break;
            case SetStatement set:
                expressions.References.Assign(set.Target, expressions.Value(set.Value));
                break;
            case IfStatement choice:
                Run(
                    choice.Branches.FirstOrDefault(branch => branch.Condition is null || expressions.IsTrue(branch.Condition))?.Body ?? [],
                    output);
                break;
            case ForeachStatement loop:
                Foreach(loop, output);
                break;
        }
    }

    private void Foreach(ForeachStatement loop, StringBuilder output)
    {
        var (existed, outer) = (scope.Contains(loop.Variable), scope[loop.Variable]);
        foreach (var item in Items(loop))
        {
            scope[loop.Variable] = item;
            Run(loop.Body, output);
        }

        if (existed)
        {
            scope[loop.Variable] = outer;
        }
        else
        {
            scope.Remove(loop.Variable);
        }
    }

    private IReadOnlyList<object?> Items(ForeachStatement loop)
    {
        IReadOnlyList<object?> items = expressions.Value(loop.Items) switch
        {
            "" => [],
            VelocityList list => list,
            var other => throw new TemplateException($"#foreach cannot go through {TemplateValues.Describe(other)}", loop.Position),
        };
        return items.Count <= TemplateLimits.Iterations
            ? items
            : throw new TemplateException(
                $"#foreach has {items.Count} rounds; API Gateway allows {TemplateLimits.Iterations}", loop.Position);
    }
}
