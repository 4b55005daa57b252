FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
USER 1654
RUN dotnet publish -o /app

# expect DG2001 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
