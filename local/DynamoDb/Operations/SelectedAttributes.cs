using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>Which attributes a page shows: what <c>Select</c> and the projection ask for, and what a table or index has.</summary>
internal sealed class SelectedAttributes
{
    private readonly string? select;
    private readonly Projection? projection;
    private readonly TableDefinition table;
    private readonly SecondaryIndex? index;

    /// <exception cref="Aws.AwsException">What is asked for contradicts itself, or the index does not have it.</exception>
    public SelectedAttributes(string? select, Projection? projection, TableDefinition table, SecondaryIndex? index)
    {
        (this.select, this.projection, this.table, this.index) = (select, projection, table, index);
        CheckProjection();
        CheckIndex();
    }

    public bool CountsOnly => select == "COUNT";

    /// <summary>Whether the items of a local index are read from the table, because the index lacks what is asked for.</summary>
    public bool FetchesItems => index is { IsGlobal: false } && (select == "ALL_ATTRIBUTES" || Unprojected.Any());

    private IEnumerable<string> Unprojected =>
        index is null || projection is null
            ? []
            : projection.Paths.Select(path => path.Attribute).Where(attribute => !index.Projects(attribute, table.Keys)).Distinct();

    private void CheckProjection()
    {
        var problem = (select, projection) switch
        {
            ("SPECIFIC_ATTRIBUTES", null) =>
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
            ("COUNT", not null) => "Cannot specify the ProjectionExpression when choosing to get only the Count",
            ("ALL_ATTRIBUTES" or "ALL_PROJECTED_ATTRIBUTES", not null) =>
                $"Cannot specify the ProjectionExpression when choosing to get {select}",
            ("ALL_PROJECTED_ATTRIBUTES", null) when index is null =>
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
            _ => null,
        };
        if (problem is not null)
        {
            throw DynamoError.Invalid(problem);
        }
    }

    private void CheckIndex()
    {
        if (index is not { IsGlobal: true })
        {
            return;
        }

        if (select == "ALL_ATTRIBUTES" && index.Projection != "ALL")
        {
            throw DynamoError.Invalid(
                $"Select type ALL_ATTRIBUTES is not supported for global secondary index {index.Name} because "
                    + "its projection type is not ALL");
        }

        if (Unprojected.ToList() is { Count: > 0 } unprojected)
        {
            throw DynamoError.Invalid($"Global secondary index {index.Name} does not project [{string.Join(", ", unprojected)}]");
        }
    }
}
