# expect DG1010 31-73
FROM --platform=windows/amd64 mcr.microsoft.com/dotnet/aspnet:10.0-noble
