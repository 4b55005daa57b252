FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
FROM base
FROM base
