FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1013 13-18
COPY --from=build /app /out
