using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules.Tests;

/// <summary>What is shown of a Dockerfile holds no secret that our rules know of.</summary>
[TestClass]
public sealed class SecretMaskTests
{
    [TestMethod]
    [DataRow("ENV DB_PASSWORD=hunter22", "ENV DB_PASSWORD=***")]
    [DataRow("ENV DB_PASSWORD hunter 22", "ENV DB_PASSWORD ***")]
    [DataRow("ENV DB_PASSWORD=\"hunter 22\" A=b", "ENV DB_PASSWORD=*** A=b")]
    [DataRow("ENV DB_PASSWORD=a1", "ENV DB_PASSWORD=***")]
    [DataRow("ENV DB_PASSWORD a1", "ENV ***")]
    [DataRow("ARG NUGET_TOKEN=hunter22\nRUN login hunter22", "ARG NUGET_TOKEN=***\nRUN login ***")]
    [DataRow("LABEL api_key=x a_token='hunter22'", "LABEL api_key=*** a_token=***")]
    [DataRow("ONBUILD ENV A_SECRET=hunter22", "ONBUILD ENV A_SECRET=***")]
    [DataRow("ENV C=\"Server=a;Password=hunter22\"", "ENV C=\"***\"")]
    [DataRow("ENV A_SECRET=hunter22\\\nhunter33 B=c", "ENV A_SECRET=***\\\n*** B=c")]
    [DataRow("# ENV A_SECRET=hunter22", "# ENV A_SECRET=***")]
    [DataRow("RUN export A_TOKEN='a b' && x", "RUN export A_TOKEN=*** && x")]
    [DataRow("RUN x --password=abc; y", "RUN x --password=***; y")]
    [DataRow("RUN curl https://u:p@h.example/x", "RUN curl https://***@h.example/x")]
    [DataRow("ADD https://h.example/x?sig=abc /y", "ADD https://h.example/x?sig=*** /y")]
    [DataRow("ENV A_TOKEN=$TOKEN B_TOKEN=${TOKEN} C_TOKEN=", "ENV A_TOKEN=$TOKEN B_TOKEN=${TOKEN} C_TOKEN=")]
    [DataRow("ENV ASPNETCORE_URLS=http://+:8080 PATH=/x", "ENV ASPNETCORE_URLS=http://+:8080 PATH=/x")]
    public void Secrets_are_masked_and_nothing_else(string text, string expected)
    {
        text = "FROM scratch\n" + text + "\n";
        var mask = SecretMask.Of(Dockerfile.Parse(text));
        Assert.AreEqual("FROM scratch\n" + expected + "\n", mask.Apply(text));
        Assert.AreEqual(text == mask.Apply(text), mask.IsOpen(text));
    }
}
