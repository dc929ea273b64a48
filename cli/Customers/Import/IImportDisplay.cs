namespace Engagement.Cli.Customers.Import;

/// <summary>Shows how far an import is while it runs.</summary>
internal interface IImportDisplay
{
    /// <param name="name">The file's name.</param>
    /// <param name="status">How far it is.</param>
    /// <param name="work">The import.</param>
    Task ShowAsync(string name, Func<ImportStatus> status, Func<Task> work);
}
