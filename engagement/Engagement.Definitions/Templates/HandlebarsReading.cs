using System.Linq.Expressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Features;
using HandlebarsDotNet.PathStructure;

namespace Engagement.Definitions.Templates;

/// <summary>
/// What Handlebars.Net's own parser makes of a template. It has the last word: where it sees another value than the tags name, or cannot
/// parse, the template is refused. Nothing is compiled: the expressions that it would compile are looked through for paths.
/// </summary>
internal sealed class HandlebarsReading : IFeatureFactory, IFeature, IExpressionCompiler
{
    private readonly PathFinder paths = new();

    private HandlebarsReading()
    {
    }

    /// <summary>Why Handlebars.Net does not read the template as its tags say; null when it does.</summary>
    public static string? Objection(string text, IEnumerable<TemplateTag> tags)
    {
        var reading = new HandlebarsReading();
        var configuration = new HandlebarsConfiguration();
        configuration.CompileTimeConfiguration.Features.Add(reading);
        try
        {
            Handlebars.Create(configuration).Compile(text);
        }
        catch (Exception exception) when (exception is HandlebarsException or InvalidOperationException or ArgumentException)
        {
            return $"Handlebars cannot read it: {exception.Message.ReplaceLineEndings(" ")}";
        }

        return Difference([.. tags.Select(tag => tag.ValuePath).Where(path => path.Length > 0)], reading.paths.Found);
    }

    public IFeature CreateFeature() => this;

    public void OnCompiling(ICompiledHandlebarsConfiguration configuration) => configuration.ExpressionCompiler = this;

    public void CompilationCompleted()
    {
    }

    public T Compile<T>(Expression<T> expression)
        where T : class, Delegate
    {
        paths.Visit(expression);
        return (T)(Delegate)new TemplateDelegate((_, _) => { });
    }

    private static string? Difference(List<string> named, List<string> seen)
    {
        var unseen = named.ToList();
        var unnamed = seen.Where(path => !unseen.Remove(path)).ToList();
        return (unseen, unnamed) switch
        {
            ([], []) => null,
            (_, [var path, ..]) => $"Handlebars sees the value '{path}', which stands in no tag",
            ([var path, ..], _) => $"Handlebars does not see '{path}' as a value",
        };
    }

    private sealed class PathFinder : ExpressionVisitor
    {
        public List<string> Found { get; } = [];

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is PathInfo path)
            {
                Found.Add(path.ToString());
            }

            return node;
        }
    }
}
