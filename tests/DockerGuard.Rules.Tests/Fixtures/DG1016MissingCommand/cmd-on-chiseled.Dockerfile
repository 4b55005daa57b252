FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
# expect DG1016 1-4
CMD dotnet /app/Web.dll
