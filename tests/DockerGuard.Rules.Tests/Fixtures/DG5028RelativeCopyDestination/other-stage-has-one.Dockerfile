FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5028 24-25
COPY --from=build /app .
