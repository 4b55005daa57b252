FROM mcr.microsoft.com/dotnet/sdk:8.0 AS sdk
FROM mcr.microsoft.com/dotnet/runtime:8.0
COPY --from=sdk /usr/share/dotnet /usr/share/dotnet
RUN dotnet build
