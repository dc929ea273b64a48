namespace Infra.Tests.Policies.Rules;

/// <summary>No statement allows more than it names, but for the asterisks that are explained here.</summary>
internal sealed class LeastPrivilege : IPolicyRule
{
    // Policy type, statement, how the resource ends, and why nothing narrower is possible.
    private static readonly (string Statement, string Ending, string Why)[] ExplainedResources =
    [
        ("WriteLog", "-log:*", "log streams are named by Lambda"),
        ("ReadCampaign", "/campaigns/*", "campaigns are numbered by Pinpoint, and each event makes new ones"),
        ("ManageSegments", "/segments/*", "segments are numbered by Pinpoint"),
        ("ManageCampaigns", "/campaigns/*", "campaigns are numbered by Pinpoint"),
        ("ManageJourneys", "/journeys/*", "journeys are numbered by Pinpoint"),
        ("CancelJourneys", "/journeys/*/state", "journeys are numbered by Pinpoint"),
        ("FollowCampaigns", "/campaigns/*", "campaigns are numbered by Pinpoint, and each event makes new ones"),
        ("DeliverLog", "*", "AWS knows no narrower resource for the delivery of a state machine's log"),
        ("ReadSendingRate", "*", "SES knows no narrower resource for what concerns the whole account"),
        ("WriteFiles", "-bucket/*", "files are named after the time of their writing"),
        ("LeaveToAccount", "*", "in a key's own policy, the asterisk is that key"),
        ("EncryptAlarms", "*", "in a key's own policy, the asterisk is that key"),
        ("EncryptFeedback", "*", "in a key's own policy, the asterisk is that key"),
    ];

    private static readonly (string Statement, string Action, string Why)[] ExplainedActions =
    [
        ("LeaveToAccount", "kms:*", "a key that its account may not manage can never be changed or deleted again"),
    ];

    private static readonly (string Policy, string Why)[] ExplainedManagedPolicies =
    [
        ("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs", "one role writes the logs of all APIs of an "
            + "account, and this is what AWS documents for it"),
    ];

    public IEnumerable<string> Violations(DeclaredGraph graph)
    {
        var allowing = graph.IdentityStatements().Concat(graph.ResourceStatements()).Where(statement => statement.Allows).ToList();
        return
        [
            .. from statement in allowing
               from action in statement.Actions
               where action.Contains('*', StringComparison.Ordinal)
                   && !ExplainedActions.Any(known => known.Statement == statement.Sid && known.Action == action)
               select $"{statement} allows the actions {action}",
            .. from statement in allowing
               from resource in statement.Resources
               where resource.Contains('*', StringComparison.Ordinal)
                   && !ExplainedResources.Any(
                       known => known.Statement == statement.Sid && resource.EndsWith(known.Ending, StringComparison.Ordinal))
               select $"{statement} is about {resource}",
            .. from attachment in graph.Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
               let policy = attachment.Text("policyArn")
               where !ExplainedManagedPolicies.Any(known => known.Policy == policy)
               select $"{attachment.Name} attaches {policy}, which only AWS knows the contents of",
        ];
    }
}
