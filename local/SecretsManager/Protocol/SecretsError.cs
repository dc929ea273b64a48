using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.SecretsManager.Protocol;

/// <summary>
/// The errors of Secrets Manager by name; answered with status 400. The texts of most are AWS's own, as recorded against AWS by
/// localstack/localstack (tests/aws/services/secretsmanager). None of them ever holds a secret's value.
/// </summary>
internal static class SecretsError
{
    /// <summary>There is no such secret.</summary>
    public static AwsException NoSecret() => Bad("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    /// <summary>The secret has no version with this id or stage.</summary>
    public static AwsException NoVersion(string what) =>
        Bad("ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {what}");

    /// <summary>The name is taken.</summary>
    public static AwsException Exists(string name) =>
        Bad("ResourceExistsException", $"The operation failed because the secret {name} already exists.");

    /// <summary>The version id is taken by another value.</summary>
    public static AwsException VersionExists(string versionId, string arn) => Bad(
        "ResourceExistsException",
        $"You can't use ClientRequestToken {versionId} because that value is already in use for a version of secret {arn}.");

    /// <summary>The secret's state forbids it, or members contradict each other.</summary>
    public static AwsException InvalidRequest(string message) => Bad("InvalidRequestException", message);

    /// <summary>A member has a value that is not allowed.</summary>
    public static AwsException InvalidParameter(string message) => Bad("InvalidParameterException", message);

    /// <summary>A member breaks the service model's constraints.</summary>
    public static AwsException Validation(string message) => Bad("ValidationException", message);

    /// <summary>The body is not JSON.</summary>
    public static AwsException Serialization() => Bad("SerializationException", "The request body is not valid JSON of this operation.");

    /// <summary>The page token is none of this service.</summary>
    public static AwsException InvalidNextToken() => Bad("InvalidNextTokenException", "NextToken is invalid.");

    /// <summary>Secrets Manager has no such operation.</summary>
    public static AwsException UnknownOperation() =>
        Bad("UnknownOperationException", "X-Amz-Target names no operation of Secrets Manager.");

    /// <summary>Secrets Manager has it, this local cloud has not.</summary>
    public static AwsException NotImplemented(string what) => new(
        HttpStatusCode.NotImplemented,
        "NotImplementedException",
        $"Secrets Manager's {what} is not done by this local cloud yet.");

    private static AwsException Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
