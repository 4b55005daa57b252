FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base-amd64
FROM base-${TARGETARCH}
