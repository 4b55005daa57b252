# policy: trusted=registry.contoso.com/team
FROM registry.contoso.com/team/dotnet/aspnet:10.0 AS runtime
FROM registry.contoso.com/team:1
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
