using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Registry.Tests;

[TestClass]
// A program that was just written cannot be started while another test starts one: the child still has it open.
[DoNotParallelize]
public sealed class CredentialSourceTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerguard-credentials-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("DOTNET_CONTAINER_PULL_REGISTRY_", "base.example.com", "out.example.com", true)]
    [DataRow("DOTNET_CONTAINER_REGISTRY_", "out.example.com", "out.example.com", true)]
    [DataRow("SDK_CONTAINER_REGISTRY_", "out.example.com", "out.example.com", true)]
    [DataRow("DOTNET_CONTAINER_REGISTRY_", "base.example.com", "out.example.com", false)]
    [DataRow("DOTNET_CONTAINER_REGISTRY_", "base.example.com", null, false)]
    [DataRow("DOTNET_CONTAINER_PUSH_REGISTRY_", "out.example.com", "out.example.com", false)]
    public void Variables_hold_for_the_registries_the_sdk_uses_them_for(
        string prefix, string registry, string? output, bool expected)
    {
        var source = new EnvironmentCredentials(
            new Dictionary<string, string> { [prefix + "UNAME"] = "user", [prefix + "PWORD"] = "secret" }, output);

        var found = source.Find(registry, CancellationToken.None);

        Assert.AreEqual(expected, found is { UserName: "user", Password: "secret" });
    }

    [TestMethod]
    public void Half_a_pair_of_variables_is_none() =>
        Assert.IsNull(new EnvironmentCredentials(
            new Dictionary<string, string> { ["DOTNET_CONTAINER_PULL_REGISTRY_UNAME"] = "user" },
            null).Find("a.example.com", CancellationToken.None));

    [TestMethod]
    [DataRow(
        """{ "auths": { "r.example.com": { "auth": "dXNlcjpzZTpjcmV0" } } }""", "r.example.com", "user", "se:cret")]
    [DataRow(
        """{ "auths": { "https://r.example.com/v1/": { "auth": "dXNlcjpzZTpjcmV0" } } }""",
        "r.example.com",
        "user",
        "se:cret")]
    [DataRow(
        """{ "auths": { "r.example.com:5000": { "username": "user", "password": "p" } } }""",
        "r.example.com:5000",
        "user",
        "p")]
    [DataRow(
        """{ "auths": { "https://index.docker.io/v1/": { "auth": "dXNlcjpzZTpjcmV0" } } }""",
        "docker.io",
        "user",
        "se:cret")]
    [DataRow("""{ "auths": { "r.example.com": { "auth": "dXNlcjpzZTpjcmV0" } } }""", "other.example.com", null, null)]
    [DataRow("""{ "auths": { "r.example.com": { } } }""", "r.example.com", null, null)]
    [DataRow("""{ "auths": { "r.example.com": null } }""", "r.example.com", null, null)]
    [DataRow("""{ "auths": [], "credsStore": 5, "credHelpers": "x" }""", "r.example.com", null, null)]
    [DataRow("[]", "r.example.com", null, null)]
    public void The_configuration_file_of_docker_is_read(
        string json, string registry, string? user, string? password)
    {
        var found = Find(json, registry);

        Assert.AreEqual(user, found?.UserName);
        Assert.AreEqual(password, found?.Password);
    }

    [TestMethod]
    public void An_identity_token_goes_before_a_password() =>
        Assert.AreEqual(
            "r3fresh", (Find(
                """{ "auths": { "r.example.com": { "auth": "dXNlcjpzZTpjcmV0", "identitytoken": "r3fresh" } } }""",
                "r.example.com"))?.IdentityToken);

    [TestMethod]
    public void A_file_that_does_not_exist_has_no_credentials() =>
        Assert.IsNull(new DockerConfigCredentials(Path.Combine(_folder, "none.json"), null)
            .Find("r.example.com", CancellationToken.None));

    [TestMethod]
    [DataRow("{", "is not JSON at line 1")]
    [DataRow("{\n x }", "is not JSON at line 2")]
    [DataRow("""{ "auths": { "r.example.com": { "auth": "bm9jb2xvbg==" } } }""", "no user and password")]
    [DataRow("""{ "auths": { "r.example.com": { "auth": "***" } } }""", "no user and password")]
    public void A_broken_file_is_named_with_the_reason(string json, string expected)
    {
        var exception = Assert.ThrowsExactly<RegistryException>(() => Find(json, "r.example.com"));

        Assert.AreEqual(RegistryErrorKind.Unauthorized, exception.Kind);
        StringAssert.Contains(exception.Message, Path.Combine(_folder, "config.json"));
        StringAssert.Contains(exception.Message, expected);
    }

    [TestMethod]
    [DataRow("a pipe", "is not a regular file")]
    [DataRow("a folder", "is a folder")]
    [DataRow("too much", "is larger than 1 MiB")]
    public void What_is_no_file_to_read_is_named_and_never_waited_for(string kind, string expected)
    {
        var file = Path.Combine(_folder, "config.json");
        if (kind == "a folder") Directory.CreateDirectory(file);
        else if (kind == "too much") File.WriteAllText(file, new string(' ', (1 << 20) + 1));
        else if (File.Exists("/usr/bin/mkfifo")) Process.Start("/usr/bin/mkfifo", [file]).WaitForExit();
        else Assert.Inconclusive("this machine makes no pipes");
        var environment = new Dictionary<string, string> { ["DOCKER_CONFIG"] = _folder };

        var exception = Assert.ThrowsExactly<RegistryException>(
            () => CredentialSources.ForBaseImages(environment, null)
                .Find("r.example.com", CancellationToken.None));

        Assert.AreEqual($"the credentials file {file} {expected}", exception.Message);
    }

    [TestMethod]
    [DataRow(
        "read registry; printf '{\"Username\":\"user\",\"Secret\":\"%s\"}' \"$registry\"", "user", "r.example.com")]
    [DataRow("echo 'noise' >&2; echo '{\"Username\":\"<token>\",\"Secret\":\"r3fresh\"}'", "", null)]
    [DataRow("echo 'credentials not found in native keychain'; exit 1", null, null)]
    public void A_credential_helper_is_asked(string script, string? user, string? password)
    {
        WriteHelper("test", script);

        var found = Find("""{ "credHelpers": { "r.example.com": "test" } }""", "r.example.com");

        Assert.AreEqual(user, found?.UserName);
        Assert.AreEqual(password, found?.Password);
    }

    [TestMethod]
    public void The_store_is_asked_for_docker_hub_by_its_old_name()
    {
        WriteHelper("store", "read registry; printf '{\"Username\":\"user\",\"Secret\":\"%s\"}' \"$registry\"");

        Assert.AreEqual(
            "https://index.docker.io/v1/", (Find("""{ "credsStore": "store" }""", "docker.io"))?.Password);
    }

    [TestMethod]
    [DataRow("missing", "", "is not on the search path")]
    [DataRow("../test", "", "has a name that is no program's")]
    [DataRow("test", "exit 3", "ended with exit code 3")]
    [DataRow("test", "echo nonsense", "does not answer with Username and Secret in JSON")]
    [DataRow("test", "echo '[]'", "does not answer with Username and Secret in JSON")]
    [DataRow("test", "yes", "writes more than 64 KiB")]
    public void A_failing_helper_is_named_with_the_reason(string name, string script, string expected)
    {
        WriteHelper("test", script);

        var exception = Assert.ThrowsExactly<RegistryException>(
            () => Find($$"""{ "credsStore": "{{name}}" }""", "r.example.com"));

        Assert.AreEqual(RegistryErrorKind.Unauthorized, exception.Kind);
        StringAssert.Contains(exception.Message, expected);
    }

    [TestMethod]
    public async Task A_helper_that_hangs_is_ended_with_the_request()
    {
        var pidFile = Path.Combine(_folder, "pid");
        WriteHelper("test", $"echo $$ > '{pidFile}'; exec sleep 600");
        File.WriteAllText(Path.Combine(_folder, "config.json"), """{ "credsStore": "test" }""");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var exception = Assert.ThrowsExactly<RegistryException>(
            () => new DockerConfigCredentials(Path.Combine(_folder, "config.json"), _folder)
                .Find("r.example.com", limit.Token));
        Assert.AreEqual("the credential helper 'docker-credential-test' did not answer in time", exception.Message);

        var process = "/proc/" + File.ReadAllText(pidFile).Trim();
        for (var i = 0; i < 50 && Directory.Exists(process); i++) await Task.Delay(100);

        Assert.IsFalse(Directory.Exists(process), "the helper still runs");
    }

    [TestMethod]
    public void Files_are_looked_for_where_docker_and_podman_keep_them()
    {
        string docker = Path.Combine(_folder, "home", ".docker", "config.json"),
            podman = Path.Combine(_folder, "run", "containers", "auth.json"),
            other = Path.Combine(_folder, "other", "config.json"),
            single = Path.Combine(_folder, "auth.json");
        foreach (var file in new[] { docker, podman, other, single })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "{}");
        }

        var environment = new Dictionary<string, string>
        {
            ["HOME"] = Path.Combine(_folder, "home"),
            ["XDG_RUNTIME_DIR"] = Path.Combine(_folder, "run"),
        };
        CollectionAssert.AreEqual(new[] { docker, podman }, DockerConfigCredentials.FindFiles(environment).ToArray());

        environment["DOCKER_CONFIG"] = Path.GetDirectoryName(other)!;
        environment["REGISTRY_AUTH_FILE"] = single;
        CollectionAssert.AreEqual(
            new[] { single, other, podman }, DockerConfigCredentials.FindFiles(environment).ToArray());
        Assert.IsEmpty(
            DockerConfigCredentials.FindFiles(new Dictionary<string, string> { ["DOCKER_CONFIG"] = "relative" }));
    }

    [TestMethod]
    public void The_first_source_that_knows_wins()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".docker"));
        File.WriteAllText(
            Path.Combine(_folder, ".docker", "config.json"),
            """{ "auths": { "r.example.com": { "username": "file", "password": "p" } } }""");
        var environment = new Dictionary<string, string> { ["HOME"] = _folder };
        Assert.AreEqual(
            "file", (CredentialSources.ForBaseImages(environment, null)
                .Find("r.example.com", CancellationToken.None))?.UserName);

        environment["DOTNET_CONTAINER_PULL_REGISTRY_UNAME"] = "variable";
        environment["DOTNET_CONTAINER_PULL_REGISTRY_PWORD"] = "p";
        Assert.AreEqual(
            "variable", (CredentialSources.ForBaseImages(environment, null)
                .Find("r.example.com", CancellationToken.None))?.UserName);
    }

    private RegistryCredential? Find(string json, string registry)
    {
        var file = Path.Combine(_folder, "config.json");
        File.WriteAllText(file, json);
        return new DockerConfigCredentials(file, "relative" + Path.PathSeparator + _folder)
            .Find(registry, CancellationToken.None);
    }

    private void WriteHelper(string name, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("the credential helpers of this test are shell scripts");
            return;
        }

        var file = Path.Combine(_folder, "docker-credential-" + name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
