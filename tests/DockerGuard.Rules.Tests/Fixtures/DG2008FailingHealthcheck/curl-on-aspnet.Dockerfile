FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY publish /app
# expect DG2008 32-36
HEALTHCHECK --interval=30s CMD curl --fail http://localhost:8080/health || exit 1
ENTRYPOINT ["dotnet", "/app/Web.dll"]
