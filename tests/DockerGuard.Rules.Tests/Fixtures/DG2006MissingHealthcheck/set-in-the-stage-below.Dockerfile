# policy: profile=cis
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
HEALTHCHECK CMD ["/app/Web", "--health"]
FROM base
