# project: OutputType=Exe; TargetFramework=net10.0; Configuration=Debug
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Staging -o /app
FROM mcr.microsoft.com/dotnet/runtime:10.0-alpine
COPY --from=build /app /app
