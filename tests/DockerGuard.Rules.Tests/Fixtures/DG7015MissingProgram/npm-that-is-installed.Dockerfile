FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
RUN curl -fsSL https://deb.nodesource.com/setup_24.x | bash - && apt-get install -y nodejs && npm ci
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
