FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN dotnet publish -o /app
FROM scratch
COPY --from=build /app /app
USER 1654
