FROM mcr.microsoft.com/dotnet/runtime:10.0
COPY app /app
RUN dotnet /app/Migrate.dll && dotnet --info && dotnet exec /app/Seed.dll
