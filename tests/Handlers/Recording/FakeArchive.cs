using System.Text;
using System.Text.Json.Nodes;
using Engagement.Services;
using Engagement.Ses.Events;

namespace Handlers.Tests.Recording;

/// <summary>Takes every record, unless told otherwise.</summary>
internal sealed class FakeArchive : IEventArchive
{
    /// <summary>The calls that came through, whether their records were taken or not.</summary>
    public List<IReadOnlyList<ArchiveRecord>> Calls { get; } = [];

    /// <summary>Whether a record is taken; throws to fail the call.</summary>
    public Func<ArchiveRecord, bool> Takes { get; set; } = _ => true;

    /// <summary>The events that are in the archive, in their order.</summary>
    public List<JsonNode> Lines { get; } = [];

    public Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<ArchiveRecord> records, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            throw new ServiceException(ServiceFailure.Failed, "Archive: OperationCanceledException");
        }

        Calls.Add(records);
        IReadOnlyList<bool> taken = [.. records.Select(Takes)];
        Lines.AddRange(records.Zip(taken).Where(each => each.Second).SelectMany(each => LinesOf(each.First)));
        return Task.FromResult(taken);
    }

    private static IEnumerable<JsonNode> LinesOf(ArchiveRecord record)
    {
        var text = Encoding.UTF8.GetString(record.Lines.Span);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
    }
}
