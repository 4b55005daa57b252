FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY packages.tar.gz /
RUN tar -xzf /packages.tar.gz
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /packages /app
