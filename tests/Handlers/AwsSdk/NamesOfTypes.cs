namespace Handlers.Tests.AwsSdk;

/// <summary>
/// A stand-in that lacks a type hides a clash of names until a build against the published package. So every public type is there, by its
/// name at least; that the names are the vendor's, <c>eng/CompatGenerator -- check</c> says.
/// </summary>
public sealed class NamesOfTypes
{
    [Theory]
    [InlineData("Amazon.SimpleEmailV2.Model.ISimpleEmailV2PaginatorFactory, AWSSDK.SimpleEmailV2")]
    [InlineData("Amazon.SimpleEmailV2.Model.CreateContactRequest, AWSSDK.SimpleEmailV2")]
    [InlineData("Amazon.KinesisFirehose.Model.S3DestinationConfiguration, AWSSDK.KinesisFirehose")]
    [InlineData("Amazon.PinpointSMSVoiceV2.Model.PutOptedOutNumberRequest, AWSSDK.PinpointSMSVoiceV2")]
    [InlineData("Amazon.StepFunctions.Model.HistoryEvent, AWSSDK.StepFunctions")]
    [InlineData("Amazon.StepFunctions.MapRunStatus, AWSSDK.StepFunctions")]
    [InlineData("Amazon.StepFunctions.LogLevel, AWSSDK.StepFunctions")]
    [InlineData("Amazon.SecretsManager.Model.UntagResourceRequest, AWSSDK.SecretsManager")]
    [InlineData("Amazon.SecretsManager.Model.IListSecretsPaginator, AWSSDK.SecretsManager")]
    [InlineData("Amazon.Pinpoint.Model.ADMMessage, AWSSDK.Pinpoint")]
    [InlineData("Amazon.Pinpoint.DeliveryStatus, AWSSDK.Pinpoint")]
    public void A_type_that_nothing_uses_is_there_by_its_name(string type) => Assert.True(Type.GetType(type, throwOnError: true)!.IsPublic);
}
