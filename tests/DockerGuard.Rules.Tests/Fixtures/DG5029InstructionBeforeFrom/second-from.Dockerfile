# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN dotnet build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
