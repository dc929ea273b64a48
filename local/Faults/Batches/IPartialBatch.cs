using System.Text.Json.Nodes;

namespace Engagement.Local.Faults.Batches;

/// <summary>An operation that takes many entries at once and answers each, so that a part of them can fail.</summary>
internal interface IPartialBatch
{
    /// <summary>Whether AWS's answer names an error for each entry that failed.</summary>
    bool NamesErrors { get; }

    /// <summary>Takes every second entry out of a request.</summary>
    /// <param name="request">The request, which is changed.</param>
    /// <param name="error">The error of the entries that are taken out.</param>
    /// <returns>Adds to the answer that these entries failed.</returns>
    Action<JsonObject> Cut(JsonObject request, EntryError error);
}
