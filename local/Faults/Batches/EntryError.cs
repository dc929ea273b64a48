namespace Engagement.Local.Faults.Batches;

/// <summary>The error of an entry of a batch.</summary>
/// <param name="Code">AWS's name for the error.</param>
/// <param name="Status">Its HTTP status.</param>
internal readonly record struct EntryError(string Code, int Status)
{
    /// <summary>What people read.</summary>
    public string Message => $"The entry fails with {Code}, as asked for at /_local/faults.";
}
