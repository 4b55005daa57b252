FROM mcr.microsoft.com/dotnet/sdk:10.0 AS Build
FROM build AS publish
FROM scratch
COPY --from=publish /app /app
COPY --from=Build /src /src
