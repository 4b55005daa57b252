using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>A text for people, such as a label or a message, tells no secret and loses nothing else.</summary>
[TestClass]
public sealed class SecretTextTests
{
    [TestMethod]
    [DataRow("curl -u bob:s3cret9 https://h.example", "curl -u *** https://h.example")]
    [DataRow("curl --user=u:s3cret9 -uu:s3cret9", "curl --user=*** -u***")]
    [DataRow("curl -u s3cret9: https://h.example", "curl -u *** https://h.example")]
    [DataRow("curl -H \"Authorization: Bearer s3cret9\" x", "curl -H \"Authorization: ***\" x")]
    [DataRow("send Authorization: Bearer s3cret9 then", "send Authorization: Bearer *** then")]
    [DataRow("curl -H \"X-Api-Key: s3cret9\" x", "curl -H \"X-Api-Key: ***\" x")]
    [DataRow("docker login -u jo -p s3cret9 h", "docker login -u jo -p *** h")]
    [DataRow("x --password=s3cret9 y --password s3cret9 z", "x --password=*** y --password *** z")]
    [DataRow("Server=a;Password=s3cret9;Database=b", "Server=a;Password=***;Database=b")]
    [DataRow("AccountName=a;AccountKey=s3cret9/+==", "AccountName=a;AccountKey=***")]
    [DataRow("//h.example/:_authToken=s3cret9", "//h.example/:_authToken=***")]
    [DataRow("x {\"token\":\"s3cret9\",\"a\":1}", "x {\"token\":***,\"a\":1}")]
    [DataRow("x {\"accessToken\": \"s3cret9\"}", "x {\"accessToken\": ***}")]
    [DataRow("AWS_SECRET_ACCESS_KEY=s3cret9", "AWS_SECRET_ACCESS_KEY=***")]
    [DataRow("token:s3cret9, token: s3cret9", "token:*** token: ***")]
    [DataRow("h.example/x?a=b&t=s3cret9 and &t=s3cret9", "h.example/x?a=b&t=*** and &t=***")]
    [DataRow("a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s3cret9 b", "a *** b")]
    [DataRow("a -----BEGIN RSA PRIVATE KEY-----s3cret9", "a ***")]
    [DataRow("-----BEGIN PRIVATE KEY----- s3cret9 -----END PRIVATE KEY----- b", "*** b")]
    [DataRow("user:s3cret9@github.com/a/b", "***@github.com/a/b")]
    [DataRow("//user:s3cret9@github.com/a/b", "//***@github.com/a/b")]
    [DataRow("https:user:s3cret9@github.com/a", "***@github.com/a")]
    [DataRow("oauth2:s3cret9@gitlab.com:a/b.git", "***@gitlab.com:a/b.git")]
    [DataRow("oauth2:s3/cret9@gitlab/a, u:s3cret9@gitlab:5000", "***@gitlab/a, ***@gitlab:5000")]
    [DataRow("'u:s3cret9@evil.io/x:1' is no image name", "'***@evil.io/x:1' is no image name")]
    [DataRow("--from=u:s3cret9@evil.io/x", "--from=***@evil.io/x")]
    [DataRow("BUILDKIT_SYNTAX=u:s3cret9@evil.io/x", "BUILDKIT_SYNTAX=***@evil.io/x")]
    [DataRow("'evil.io/x?token=s3cret9'", "'evil.io/x?token=***'")]
    [DataRow("'evil.io/x:token=s3cret9'", "'evil.io/x:token=***'")]
    [DataRow("the stage 'token:s3cret9'", "the stage 'token:***'")]
    [DataRow("WORKDIR 'x/token=s3cret9' and 'token=s3cret9'", "WORKDIR 'x/token=***' and 'token=***'")]
    public void Secrets_are_hidden(string text, string expected)
    {
        Assert.AreEqual(expected, SecretText.Hide(text));
        Assert.AreEqual(expected, Printable.Line(text));
        Assert.AreEqual(expected, Sentence.Show(text));
    }

    [TestMethod]
    [DataRow("Shows how to use tokens: easy")]
    [DataRow("Password reset service")]
    [DataRow("mail me@example.com or mailto:me@example.com")]
    [DataRow("token: see the docs")]
    [DataRow("it's a password: the user's own; docker login -p is unsafe, --password is too")]
    [DataRow("'host:5000/x:tag@sha256:0123' and node:20@sha256:0123")]
    [DataRow("contoso/token:1.0-alpine3.18@sha256:0123 and secret:latest")]
    [DataRow("write key=value, A_TOKEN=$TOKEN, --mount=type=secret,id=npm and --secret id=npm")]
    [DataRow("npm:@scope/name and shop@1.0/x")]
    [DataRow("git@github.com:a/b.git")]
    [DataRow("https://h.example/x?secretariat=yes&monkey=1&tokenizer=bpe&postcode=12")]
    [DataRow("https://org@dev.azure.com/org/p/_git/r")]
    [DataRow("what? a=b & c=d")]
    public void What_is_none_stays(string text) => Assert.AreEqual(text, SecretText.Hide(text));

    [TestMethod]
    [DataRow("access_token")]
    [DataRow("accesstoken")]
    [DataRow("clientSecret")]
    [DataRow("secretarytoken")]
    [DataRow("monkeykey")]
    [DataRow("code")]
    public void A_name_of_a_secret(string name) => Assert.IsTrue(SecretParameterNames.IsSecret(name));
}
