# ignorefile: bin
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN dotnet publish -o bin
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build bin/ /app/
