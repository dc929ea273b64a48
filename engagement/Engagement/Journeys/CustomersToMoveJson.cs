using System.Text.Json.Serialization;

namespace Engagement.Journeys;

/// <summary>JSON of the journeys' queue.</summary>
[JsonSerializable(typeof(CustomersToMove))]
internal sealed partial class CustomersToMoveJson : JsonSerializerContext;
