FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5024 16-21
ONBUILD EXPOSE 70000
