FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet build
FROM contoso/aspnet:8.0
RUN dotnet build
