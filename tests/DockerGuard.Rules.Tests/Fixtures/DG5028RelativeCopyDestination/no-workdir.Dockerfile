FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5028 15-19
COPY publish/ app/
