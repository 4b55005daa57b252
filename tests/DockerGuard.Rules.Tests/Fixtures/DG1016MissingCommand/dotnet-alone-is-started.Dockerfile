FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
RUN ["dotnet", "/app/Migrate.dll"]
ENTRYPOINT ["dotnet", "/app/Web.dll"]
