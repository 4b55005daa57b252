FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# expect DG5008 1-5
copy publish/ .
