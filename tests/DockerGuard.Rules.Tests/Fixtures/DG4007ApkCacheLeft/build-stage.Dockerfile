FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
RUN apk add clang build-base zlib-dev

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine
COPY --from=build /app /app
