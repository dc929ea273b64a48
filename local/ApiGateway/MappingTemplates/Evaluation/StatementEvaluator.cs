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
    public string Render(ImmutableArray<Statement> statements)
    {
        var output = new StringBuilder();
        Run(statements, output);
        return output.ToString();
    }

    private Flow Run(ImmutableArray<Statement> statements, StringBuilder output)
    {
        foreach (var statement in statements)
        {
            scope.Step(statement.Position);
            var flow = Run(statement, output);
            if (output.Length > TemplateLimits.TextLength)
            {
                throw new TemplateException($"The template renders more than {TemplateLimits.TextLength} characters", statement.Position);
            }

            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Run(Statement statement, StringBuilder output)
    {
        switch (statement)
        {
            case TextStatement text:
                output.Append(text.Text);
                return Flow.Next;
            case ReferenceStatement reference:
                output.Append(Values.Text(expressions.References.Value(reference.Reference)));
                return Flow.Next;
            case SetStatement set:
                Set(set);
                return Flow.Next;
            case IfStatement choice:
                return choice.Branches.FirstOrDefault(branch => branch.Condition is null || expressions.IsTrue(branch.Condition)) is { } taken
                    ? Run(taken.Body, output)
                    : Flow.Next;
            case ForeachStatement loop:
                return Foreach(loop, output);
            default:
                return statement is BreakStatement ? Flow.Break : Flow.Stop;
        }
    }

    /// <summary>A value that came to nothing, such as a division by zero, leaves the variable as it was.</summary>
    private void Set(SetStatement set)
    {
        if (expressions.Value(set.Value) is { } value)
        {
            expressions.References.Assign(set.Target, value);
        }
    }

    private Flow Foreach(ForeachStatement loop, StringBuilder output)
    {
        var items = Items(loop);
        var outer = Saved(loop.Variable, "foreach", "velocityCount", "velocityHasNext");
        var position = new LoopPosition(items.Count, scope["foreach"] as LoopPosition);
        var flow = Flow.Next;
        for (; position.Index < items.Count && flow == Flow.Next; position.Index++)
        {
            scope[loop.Variable] = items[position.Index];
            scope["foreach"] = position;
            scope["velocityCount"] = Values.FromNumber(position.Index + 1);
            scope["velocityHasNext"] = position.Index < items.Count - 1;
            flow = Run(loop.Body, output);
        }

        Restore(outer);
        return flow == Flow.Stop ? flow : Flow.Next;
    }

    private IReadOnlyList<object?> Items(ForeachStatement loop)
    {
        IReadOnlyList<object?> items = expressions.Value(loop.Items) switch
        {
            null or "" => [],
            TemplateList list => [.. list],
            TemplateMap map => [.. map.Values],
            var other => throw new TemplateException($"#foreach cannot go through {Values.Describe(other)}", loop.Position),
        };
        return items.Count <= TemplateLimits.Iterations
            ? items
            : throw new TemplateException($"#foreach has {items.Count} rounds; API Gateway allows {TemplateLimits.Iterations}", loop.Position);
    }

    private ImmutableArray<(string Name, bool Exists, object? Value)> Saved(params ReadOnlySpan<string> names)
    {
        var saved = ImmutableArray.CreateBuilder<(string, bool, object?)>();
        foreach (var name in names)
        {
            saved.Add((name, scope.Contains(name), scope[name]));
        }

        return saved.ToImmutable();
    }

    private void Restore(ImmutableArray<(string Name, bool Exists, object? Value)> saved)
    {
        foreach (var (name, exists, value) in saved)
        {
            if (exists)
            {
                scope[name] = value;
            }
            else
            {
                scope.Remove(name);
            }
        }
    }
}
