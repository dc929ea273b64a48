using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;
using Engagement.Local.ApiGateway.MappingTemplates.Parsing;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates;

/// <summary>
/// A mapping template in the Velocity Template Language as API Gateway runs it: Velocity 1.7, with undefined references rendered empty.
/// It knows the part of the language that docs/decisions/velocity-evaluator.md lists; anything else is a <see cref="TemplateException"/>
/// that names it.
/// Immutable: parse once, evaluate as often and as concurrently as needed.
/// </summary>
internal sealed class MappingTemplate
{
    private readonly ImmutableArray<TemplateStatement> statements;

    private MappingTemplate(ImmutableArray<TemplateStatement> statements) => this.statements = statements;

    /// <summary>Reads a template.</summary>
    /// <exception cref="TemplateException">It is malformed, or uses what this evaluator does not have.</exception>
    public static MappingTemplate Parse(string text) => new(StatementParser.ParseTemplate(text));

    /// <summary>Renders the template.</summary>
    /// <param name="variables">Variables by name without <c>$</c>. Maps in it are changed where the template sets their members.</param>
    /// <exception cref="TemplateException">It calls what does not exist, or goes beyond <see cref="TemplateLimits"/>.</exception>
    public string Evaluate(IReadOnlyDictionary<string, object?> variables)
    {
        var scope = new Scope(variables);
        try
        {
            return new StatementEvaluator(scope).Render(statements);
        }
        catch (ValueException error)
        {
            throw new TemplateException(error.Message, scope.Position);
        }
    }
}
