FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet format --verify-no-changes && dotnet sln list && dotnet dev-certs https && dotnet build-server shutdown
RUN dotnet src/Tool.dll && dotnet --info && dotnet $COMMAND
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
