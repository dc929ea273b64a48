using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Segments by Pinpoint's API.</summary>
public sealed class PinpointSegmentResources(PinpointApplication application) : ISegmentResources
{
    public async Task<IReadOnlyList<ProvisionedResource>> FindAsync(string name, CancellationToken cancellation)
    {
        var all = await PinpointApplication.AllAsync<SegmentResponse>(async token =>
        {
            var request = new GetSegmentsRequest { ApplicationId = application.Id, PageSize = PinpointApplication.PageSize, Token = token };
            var answer = await PinpointApplication.CallAsync(
                $"looking for segment '{name}'", application.Client.GetSegmentsAsync(request, cancellation));
            return (answer.SegmentsResponse.Item, answer.SegmentsResponse.NextToken);
        });
        return
        [
            .. all.Where(segment => application.IsTagged(segment.Tags, name))
                .OrderBy(segment => segment.CreationDate, StringComparer.Ordinal)
                .Select(segment => new ProvisionedResource(segment.Id, segment.Arn)),
        ];
    }

    public async Task<ProvisionedResource> CreateAsync(string name, SegmentDeclaration segment, CancellationToken cancellation)
    {
        var request = new CreateSegmentRequest { ApplicationId = application.Id, WriteSegmentRequest = Request(name, segment) };
        request.WriteSegmentRequest.Tags = application.Tags(name);
        var made = (await PinpointApplication.CallAsync(
            $"creating segment '{name}'",
            application.Client.CreateSegmentAsync(request, cancellation))).SegmentResponse;
        return new(made.Id, made.Arn);
    }

    public Task UpdateAsync(
        string id, string name, SegmentDeclaration segment, CancellationToken cancellation) => PinpointApplication.CallAsync(
        $"updating segment '{name}' ({id})",
        application.Client.UpdateSegmentAsync(
            new() { ApplicationId = application.Id, SegmentId = id, WriteSegmentRequest = Request(name, segment) }, cancellation));

    public Task DeleteAsync(string id, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting segment {id}",
        application.Client.DeleteSegmentAsync(new() { ApplicationId = application.Id, SegmentId = id }, cancellation));

    private static WriteSegmentRequest Request(string name, SegmentDeclaration segment)
    {
        var dimensions = SegmentMapping.Dimensions(segment.Conditions);
        return segment.BaseSegmentId is not { } id
            ? new() { Name = name, Dimensions = dimensions }
            : new()
            {
                Name = name,
                SegmentGroups = new()
                {
                    Include = Include.ALL,
                    Groups =
                    [
                        new()
                        {
                            SourceSegments = [new() { Id = id }],
                            SourceType = SourceType.ALL,
                            Dimensions = [dimensions],
                            Type = Amazon.Pinpoint.Type.ALL,
                        },
                    ],
                },
            };
    }
}
