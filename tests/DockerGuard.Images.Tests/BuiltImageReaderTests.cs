using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class BuiltImageReaderTests
{
    private const string Reference = "registry.contoso.com/shop:1.0";
    private static readonly ImageOrigin Configuration = new(Reference, "sha256:1");

    [TestMethod]
    public void Everything_comes_from_the_configuration()
    {
        var model = BuiltImageReader.Read(Reference, "sha256:1", new ImageConfig
        {
            User = "1654",
            WorkingDirectory = "/app",
            Environment = new Dictionary<string, string> { ["TZ"] = "UTC" },
            Labels = new Dictionary<string, string> { ["com.contoso.team"] = "shop" },
            ExposedPorts = ["8080/tcp", "nonsense"],
            Volumes = ["/data"],
            Entrypoint = ["./Shop"],
            Cmd = ["--fast"],
            HasHealthcheck = true,
        });

        Assert.AreEqual(new Known<string>("1654", Configuration), model.User);
        Assert.AreEqual(new Known<string>("/app", Configuration), model.WorkingDirectory);
        Assert.AreEqual(new Known<EnvironmentVariable>(new("TZ", "UTC"), Configuration), model.Environment.Single());
        Assert.AreEqual(new Known<ImageLabel>(new("com.contoso.team", "shop"), Configuration), model.Labels.Single());
        Assert.AreEqual(new Known<ContainerPort>(new(8080, 8080, "tcp"), Configuration), model.Ports.Single());
        Assert.AreEqual(new Known<string>("/data", Configuration), model.Volumes.Single());
        CollectionAssert.AreEqual(new[] { "./Shop" }, model.Entrypoint!.Value.ToArray());
        CollectionAssert.AreEqual(new[] { "--fast" }, model.Cmd!.Value.ToArray());
        foreach (var origin in new[]
        {
            model.Entrypoint.Origin, model.Cmd.Origin, model.Healthcheck!.Origin, model.FixOrigin,
        })
        {
            Assert.AreEqual(Configuration, origin);
        }
    }

    [TestMethod]
    public void An_empty_configuration_runs_as_root_and_states_nothing()
    {
        var model = BuiltImageReader.Read(Reference, null, new ImageConfig { User = "" });
        Assert.AreEqual(new Known<string>("root", new ImageOrigin(Reference)), model.User);
        Assert.IsNull(model.WorkingDirectory);
        Assert.IsNull(model.Entrypoint);
        Assert.IsNull(model.Cmd);
        Assert.IsNull(model.Healthcheck);
        Assert.IsNull(model.Base);
        Assert.IsEmpty(model.UsedImages);
    }
}
