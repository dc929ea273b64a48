using System.Security.Cryptography;
using System.Text;
using Engagement.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Identity;

public class IdentitySignatureTests
{
    [Fact]
    public void Signature_is_what_any_back_end_computes()
    {
        var expected = Convert.ToBase64String(HMACSHA256.HashData("secret"u8, "user-42\nu-1\n1800000000"u8))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        Assert.Equal(expected, IdentitySignature.Compute("user-42", "u-1", 1_800_000_000, "secret"));
    }

    [Fact]
    public void Signature_is_what_openssl_computes() =>
        Assert.Equal("mQnBmLHDvUWI3DSVWUrTvvhKvliMRLyLfRccldYzIw4", IdentitySignature.Compute("user-42", null, 1_800_000_000, "secret"));

    [Fact]
    public void Any_ids_verify_with_their_signature_and_no_other() => Prop.ForAll<string, string, string>((endpoint, user, key) =>
    {
        var (id, secret) = (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("e" + endpoint)), "k" + key);
        var signature = IdentitySignature.Compute(id, user, 7, secret);
        Assert.Equal(IdentitySignature.Length, signature.Length);
        Assert.True(IdentitySignature.Verify(signature, id, user ?? "", "7", SigningKeys.Create(secret)));
        Assert.True(IdentitySignature.Verify(signature, id, user ?? "", "7", SigningKeys.Create("another", secret)));
        Assert.False(IdentitySignature.Verify(signature, id + "x", user ?? "", "7", SigningKeys.Create(secret)));
        Assert.False(IdentitySignature.Verify(signature, id, (user ?? "") + "x", "7", SigningKeys.Create(secret)));
        Assert.False(IdentitySignature.Verify(signature, id, user ?? "", "8", SigningKeys.Create(secret)));
        Assert.False(IdentitySignature.Verify(signature, id, user ?? "", "7", SigningKeys.Create(secret + "x")));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_as_signature_is_judged() =>
        Prop.ForAll<string>(text => Assert.False(IdentitySignature.Verify(text ?? "", "e", "", "7", SigningKeys.Create("k"))))
            .QuickCheckThrowOnFailure();
}
