FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
SHELL ["/bin/bash", "-c"]
FROM base
ENTRYPOINT exec dotnet Web.dll
