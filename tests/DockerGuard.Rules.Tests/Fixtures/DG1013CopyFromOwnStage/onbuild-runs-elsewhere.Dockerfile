FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ONBUILD COPY --from=build /app /out
