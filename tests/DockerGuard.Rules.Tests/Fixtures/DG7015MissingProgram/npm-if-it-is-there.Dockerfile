FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
RUN if command -v npm; then npm ci; fi
RUN npm ci || true
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
