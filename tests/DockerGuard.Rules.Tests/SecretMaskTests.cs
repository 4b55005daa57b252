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
    [DataRow("RUN echo \"machine h login joe password a1b2\" > ~/.netrc",
        "RUN echo \"machine h login joe password ***\" > ~/.netrc")]
    [DataRow("RUN echo \"machine h\" > f && echo \"login joe\" >> f && echo \"password a1b2\" >> f",
        "RUN echo \"machine h\" > f && echo \"login joe\" >> f && echo \"password ***\" >> f")]
    [DataRow("COPY <<E /n\nmachine h\nlogin joe\npassword a1b2\nE",
        "COPY <<E /n\nmachine h\nlogin joe\npassword ***\nE")]
    [DataRow("COPY <<E /n\n<add key=\"ClearTextPassword\" value=\"a1b2\" />\n<password>a1b2</password>\nE",
        "COPY <<E /n\n<add key=\"ClearTextPassword\" value=*** />\n<password>***</password>\nE")]
    [DataRow("RUN sed 's;</p>;<add key=\"Username\" value=\"any\" /><add key=\"ClearTextPassword\" "
            + "value=\"a1b2\" />;' c",
        "RUN sed 's;</p>;<add key=\"Username\" value=\"any\" /><add key=\"ClearTextPassword\" value=*** />;' c")]
    [DataRow("RUN composer config --global github-oauth.github.com a1b2",
        "RUN composer config --global github-oauth.github.com ***")]
    [DataRow("RUN composer config http-basic.h.example joe a1b2", "RUN composer config http-basic.h.example joe ***")]
    [DataRow("RUN bundle config --global gems.example.com joe:a1b2", "RUN bundle config --global gems.example.com ***")]
    [DataRow("RUN bundle config set --global GITHUB__COM a1b2:x-oauth-basic",
        "RUN bundle config set --global GITHUB__COM ***")]
    [DataRow("RUN poetry config http-basic.p joe a1b2 && poetry config pypi-token.pypi a1b2",
        "RUN poetry config http-basic.p joe *** && poetry config pypi-token.pypi ***")]
    [DataRow("RUN paket config add-token github.com a1b2", "RUN paket config add-token github.com ***")]
    [DataRow("RUN dotnet dev-certs https -ep /https/x.pfx -p a1b2",
        "RUN dotnet dev-certs https -ep /https/x.pfx -p ***")]
    [DataRow("RUN vault login a1b2 && vault login -method=token a1b2 && wandb login a1b2",
        "RUN vault login *** && vault login -method=token *** && wandb login ***")]
    [DataRow("RUN mysql -e \"ALTER USER 'root'@'localhost' IDENTIFIED BY 'a1b2'; x\"",
        "RUN mysql -e \"ALTER USER 'root'@'localhost' IDENTIFIED BY '***'; x\"")]
    [DataRow("RUN mysql -e 'create user \"x\" identified with y by \"a1b2\"'",
        "RUN mysql -e 'create user \"x\" identified with y by \"***\"'")]
    [DataRow("RUN psql -c \"CREATE USER joe WITH PASSWORD 'a1b2'\"",
        "RUN psql -c \"CREATE USER joe WITH PASSWORD '***'\"")]
    [DataRow("RUN openssl enc -aes-256-cbc -d -k a1b2 -in f && openssl passwd -1 a1b2",
        "RUN openssl enc -aes-256-cbc -d -k *** -in f && openssl passwd -1 ***")]
    [DataRow("RUN chpasswd <<< \"joe:a1b2\" && docker login --password-stdin h <<<\"a1b2\"",
        "RUN chpasswd <<< \"***\" && docker login --password-stdin h <<<\"***\"")]
    [DataRow("RUN printf 'a1b2\\na1b2\\n' | passwd root", "RUN printf '***' | passwd root")]
    [DataRow("RUN (echo a1b2; echo a1b2) | smbpasswd -a -s joe", "RUN (echo ***; echo ***) | smbpasswd -a -s joe")]
    [DataRow("RUN htpasswd -bc /f joe a1b2 && htpasswd -b -c /x joe a1b2 && htpasswd -nbB joe a1b2 > f",
        "RUN htpasswd -bc /f joe *** && htpasswd -b -c /x joe *** && htpasswd -nbB joe *** > f")]
    [DataRow("RUN rabbitmqctl add_user joe a1b2 && rabbitmqctl change_password joe a1b2",
        "RUN rabbitmqctl add_user joe *** && rabbitmqctl change_password joe ***")]
    [DataRow("RUN mysqladmin -u root password a1b2", "RUN mysqladmin -u root password ***")]
    [DataRow("RUN NUGET_PW=a1b2 x && PGPASSWORD=a1b2 y && z /d:sonar.login=a1b2 /k:p",
        "RUN NUGET_PW=*** x && PGPASSWORD=*** y && z /d:sonar.login=*** /k:p")]
    [DataRow("ARG PAT=a1b2", "ARG PAT=***")]
    [DataRow("COPY --from=joe:a1b2@registry /x /y", "COPY --from=***@registry /x /y")]
    [DataRow("LABEL maintainer=\"joe:a1b2@x\"", "LABEL maintainer=\"***@x\"")]
    [DataRow("RUN curl -X POST https://hooks.slack.com/services/T0/B0/a1b2",
        "RUN curl -X POST https://hooks.slack.com/services/***")]
    [DataRow("ENV OPENAI=sk-proj-aB3dE6gH9jK2mN5pQ8sT1vW4", "ENV OPENAI=***")]
    [DataRow("COPY --from=token:latest /x /y",
        "COPY --from=token:latest /x /y")]
    [DataRow("COPY --from=api-token:anything-a1b2 /x /y",
        "COPY --from=api-token:anything-a1b2 /x /y")]
    [DataRow("FROM token:latest",
        "FROM token:latest")]
    [DataRow("FROM --platform=linux/amd64 secret-service:feature-a1b2 AS token",
        "FROM --platform=linux/amd64 secret-service:feature-a1b2 AS token")]
    [DataRow("FROM reg/auth/password:latest",
        "FROM reg/auth/password:latest")]
    [DataRow("FROM reg:5000/auth/secret-service:a1b2c3d4e5 AS x",
        "FROM reg:5000/auth/secret-service:a1b2c3d4e5 AS x")]
    [DataRow("RUN docker pull contoso/auth-service:x9y8 && docker pull key-manager:v7.1 && skopeo copy "
            + "docker://api-token:edge x",
        "RUN docker pull contoso/auth-service:x9y8 && docker pull key-manager:v7.1 && skopeo copy "
            + "docker://api-token:edge x")]
    [DataRow("RUN --mount=from=secret-service:a1b2,target=/x y",
        "RUN --mount=from=secret-service:a1b2,target=/x y")]
    [DataRow("ENV AUTH_MODE=none TOKEN_TYPE=bearer SECRET_NAME=shop-db",
        "ENV AUTH_MODE=none TOKEN_TYPE=bearer SECRET_NAME=shop-db")]
    [DataRow("RUN echo PublicKeyToken=b03f5f7f11d50a3a",
        "RUN echo PublicKeyToken=b03f5f7f11d50a3a")]
    [DataRow("RUN echo password reset && vault login -h && bundle config list && poetry config --list && dotnet "
            + "tool install paket",
        "RUN echo password reset && vault login -h && bundle config list && poetry config --list && dotnet "
            + "tool install paket")]
    [DataRow("RUN passwd -l app && openssl enc -aes-256-cbc -in f && openssl req -newkey rsa:2048 -keyout /k.pem "
            + "&& htpasswd -c f joe",
        "RUN passwd -l app && openssl enc -aes-256-cbc -in f && openssl req -newkey rsa:2048 -keyout /k.pem "
            + "&& htpasswd -c f joe")]
    public void Secrets_are_masked_and_nothing_else(string text, string expected)
    {
        text = "FROM scratch\n" + text + "\n";
        var mask = SecretMask.Of(Dockerfile.Parse(text));
        Assert.AreEqual("FROM scratch\n" + expected + "\n", mask.Apply(text));
        Assert.AreEqual(text == mask.Apply(text), mask.IsOpen(text));
    }
}
