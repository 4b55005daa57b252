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
    [DataRow("RUN curl -u user:s3cret https://h.example", "RUN curl -u *** https://h.example")]
    [DataRow("RUN curl -uuser:a1 -fsSLU b:c2 x", "RUN curl -u*** -fsSLU *** x")]
    [DataRow("RUN curl \\\n  -sS \\\n  # why\n  --user user:a1 x", "RUN curl \\\n  -sS \\\n  # why\n  --user *** x")]
    [DataRow("RUN curl -u TOKEN: https://h.example", "RUN curl -u *** https://h.example")]
    [DataRow("RUN curl -uTOKEN: https://h.example", "RUN curl -u*** https://h.example")]
    [DataRow("RUN curl --user TOKEN: https://h.example", "RUN curl --user *** https://h.example")]
    [DataRow("RUN curl -u \"TOKEN:\" https://h.example", "RUN curl -u \"***\" https://h.example")]
    [DataRow("RUN curl -u \"$TOKEN:\" https://h.example", "RUN curl -u \"$TOKEN:\" https://h.example")]
    [DataRow("RUN curl -u \"s3cret:\" https://h.example", "RUN curl -u \"***\" https://h.example")]
    [DataRow("RUN git clone //u:p@h.example/x", "RUN git clone //***@h.example/x")]
    [DataRow("RUN curl --user=user:s3cret x", "RUN curl --user=*** x")]
    [DataRow("RUN [\"curl\", \"-u\", \"user:s3cret\", \"x\"]", "RUN [\"curl\", \"-u\", \"***\", \"x\"]")]
    [DataRow("RUN sh -c \"curl -u user:a1 x\"", "RUN sh -c \"curl -u *** x\"")]
    [DataRow("# RUN curl -u user:a1 x", "# RUN curl -u *** x")]
    [DataRow("RUN <<E\ncurl -u user:a1 x\nE", "RUN <<E\ncurl -u *** x\nE")]
    [DataRow("RUN curl -H \"Authorization: Basic s3cret\" x", "RUN curl -H \"Authorization: ***\" x")]
    [DataRow("RUN curl -H'PRIVATE-TOKEN: a1' -H 'Accept: b' x", "RUN curl -H'PRIVATE-TOKEN: ***' -H 'Accept: b' x")]
    [DataRow("RUN curl --header=X-Api-Key:a1 x", "RUN curl --header=X-Api-Key:*** x")]
    [DataRow("RUN wget --header 'PRIVATE-TOKEN: s3cret' x", "RUN wget --header 'PRIVATE-TOKEN: ***' x")]
    [DataRow("RUN git -c http.extraHeader=\"AUTHORIZATION: basic a1\" x",
        "RUN git -c http.extraHeader=\"AUTHORIZATION: ***\" x")]
    [DataRow("# curl -H Authorization: Bearer a1 x", "# curl -H Authorization: Bearer *** x")]
    [DataRow("RUN wget --user=jo --password=a1 x", "RUN wget --user=jo --password=*** x")]
    [DataRow("RUN wget --http-user=jo --http-password a1 x", "RUN wget --http-user=jo --http-password *** x")]
    [DataRow("RUN wget --proxy-password='a 1' x", "RUN wget --proxy-password=*** x")]
    [DataRow("RUN docker login -u jo -p a1 h.example", "RUN docker login -u jo -p *** h.example")]
    [DataRow("RUN echo a1 | docker login -u jo --password-stdin", "RUN echo *** | docker login -u jo --password-stdin")]
    [DataRow("RUN echo 'root:a1' | chpasswd", "RUN echo '***' | chpasswd")]
    [DataRow("RUN git clone https://u:p@h.example/x", "RUN git clone https://***@h.example/x")]
    [DataRow("RUN git clone u:p@h.example:x/y", "RUN git clone ***@h.example:x/y")]
    [DataRow("RUN sshpass -p a1 ssh h && sshpass -pb2 ssh h", "RUN sshpass -p *** ssh h && sshpass -p*** ssh h")]
    [DataRow("RUN mysql -u root -pa1 -p db", "RUN mysql -u root -p*** -p db")]
    [DataRow("RUN npm config set //h.example/:_authToken a1", "RUN npm config set //h.example/:_authToken ***")]
    [DataRow("RUN npm config set //h.example/:_authToken=a1", "RUN npm config set //h.example/:_authToken=***")]
    [DataRow("RUN dotnet nuget push x.nupkg -k a1 --api-key b2", "RUN dotnet nuget push x.nupkg -k *** --api-key ***")]
    [DataRow("RUN nuget sources add -Password a1 -ApiKey b2", "RUN nuget sources add -Password *** -ApiKey ***")]
    [DataRow("RUN twine upload -p a1 x", "RUN twine upload -p *** x")]
    [DataRow("RUN skopeo copy --src-creds jo:a1 x y", "RUN skopeo copy --src-creds *** x y")]
    [DataRow("RUN aws configure set aws_secret_access_key a1", "RUN aws configure set aws_secret_access_key ***")]
    [DataRow("RUN openssl x -passin pass:a1", "RUN openssl x -passin ***")]
    [DataRow("RUN curl -u \"$U:$P\" -u $U:${P} -H \"Authorization: Bearer $T\" x",
        "RUN curl -u \"$U:$P\" -u $U:${P} -H \"Authorization: Bearer $T\" x")]
    [DataRow("RUN mkdir -p a1 && tar -u b:c && pip install --user x && docker run -p 80:80 -u 1:2 y",
        "RUN mkdir -p a1 && tar -u b:c && pip install --user x && docker run -p 80:80 -u 1:2 y")]
    [DataRow("RUN --mount=type=secret,id=npm docker build --secret id=npm,src=a1 --password-stdin .",
        "RUN --mount=type=secret,id=npm docker build --secret id=npm,src=a1 --password-stdin .")]
    [DataRow("RUN gpg --recv-keys 0x123 && useradd -u 5 -m -p '' x && chown a:b c # it's a note: no token here",
        "RUN gpg --recv-keys 0x123 && useradd -u 5 -m -p '' x && chown a:b c # it's a note: no token here")]
    [DataRow("COPY --from=a/b:1.0@sha256:abc /x /y", "COPY --from=a/b:1.0@sha256:abc /x /y")]
    public void Secrets_are_masked_and_nothing_else(string text, string expected)
    {
        text = "FROM scratch\n" + text + "\n";
        var mask = SecretMask.Of(Dockerfile.Parse(text));
        Assert.AreEqual("FROM scratch\n" + expected + "\n", mask.Apply(text));
        Assert.AreEqual(text == mask.Apply(text), mask.IsOpen(text));
    }
}
