using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>All tables, by name.</summary>
internal sealed class TableStore(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, Table> tables = new(StringComparer.Ordinal);

    public IReadOnlyList<Table> All => [.. tables.Values.OrderBy(table => table.Definition.Name, StringComparer.Ordinal)];

    public string Arn(string name) => cloud.Arn("dynamodb", $"table/{name}");

    /// <summary>The table with that name; null where there is none.</summary>
    public Table? Find(string name) => tables.GetValueOrDefault(name);

    /// <summary>The table with that name or ARN.</summary>
    /// <exception cref="Aws.AwsException">There is none.</exception>
    public Table Get(string nameOrArn) => tables.GetValueOrDefault(NameOf(nameOrArn)) ?? throw DynamoError.NoTable();

    /// <summary>The table that an operation on tables names.</summary>
    /// <exception cref="Aws.AwsException">There is none.</exception>
    public Table Described(string nameOrArn) => tables.GetValueOrDefault(NameOf(nameOrArn)) ?? throw DynamoError.NoTable(NameOf(nameOrArn));

    /// <summary>A table's name from its name or ARN.</summary>
    public string NameOf(string nameOrArn) =>
        nameOrArn.StartsWith(Arn(""), StringComparison.Ordinal) ? nameOrArn[Arn("").Length..] : nameOrArn;

    /// <exception cref="Aws.AwsException">There is one of that name.</exception>
    public Table Create(TableDefinition definition)
    {
        var table = new Table(definition with { CreatedAt = cloud.Clock.GetUtcNow() }, cloud.Clock);
        return tables.TryAdd(definition.Name, table) ? table : throw DynamoError.TableExists(definition.Name);
    }

    /// <summary>Removes a table with its items; nothing happens where there is none.</summary>
    /// <exception cref="Aws.AwsException">It is protected.</exception>
    public void Remove(string name)
    {
        if (tables.GetValueOrDefault(name)?.Definition.IsDeletionProtected == true)
        {
            throw DynamoError.Validation(
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        }

        tables.TryRemove(name, out _);
    }
}
