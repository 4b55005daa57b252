FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2003 5-39
ENV ASPNETCORE_ENVIRONMENT=Development
