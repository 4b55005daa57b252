# policy: profile=cis
FROM mcr.microsoft.com/dotnet/aspnet:10.0
HEALTHCHECK CMD ["/app/Web", "--health"]
