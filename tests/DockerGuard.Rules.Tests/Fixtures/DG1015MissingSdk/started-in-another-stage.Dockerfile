FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS debug
ENTRYPOINT ["dotnet", "watch"]
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY app /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
