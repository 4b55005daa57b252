FROM mcr.microsoft.com/dotnet/sdk:10.0 AS test
ENV ConnectionStrings__Test="Server=localhost;Password=test"
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
