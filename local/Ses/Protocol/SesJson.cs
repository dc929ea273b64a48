using System.Text.Json.Serialization;
using Engagement.Local.Ses.Accounts;
using Engagement.Local.Ses.Sending;

namespace Engagement.Local.Ses.Protocol;

/// <summary>The shapes of SES v2's requests.</summary>
[JsonSerializable(typeof(SendEmailRequest))]
[JsonSerializable(typeof(SendingRequest))]
[JsonSerializable(typeof(SuppressionRequest))]
internal sealed partial class SesJson : JsonSerializerContext;
