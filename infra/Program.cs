using Engagement.Infra;
using Pulumi;

return await Deployment.RunAsync<EngagementStack>();
