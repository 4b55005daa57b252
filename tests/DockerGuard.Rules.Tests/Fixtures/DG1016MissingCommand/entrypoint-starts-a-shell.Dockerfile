FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
# expect DG1016 13-22
ENTRYPOINT ["/bin/sh", "-c", "exec dotnet /app/Web.dll"]
