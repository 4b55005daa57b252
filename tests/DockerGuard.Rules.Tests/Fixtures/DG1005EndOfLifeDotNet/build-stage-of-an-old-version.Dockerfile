# expect DG1005 6-45
FROM mcr.microsoft.com/dotnet/sdk:9.0-alpine AS build
RUN dotnet publish -o /app
# expect DG1005 6-47
FROM mcr.microsoft.com/dotnet/runtime-deps:6.0
COPY --from=build /app /app
