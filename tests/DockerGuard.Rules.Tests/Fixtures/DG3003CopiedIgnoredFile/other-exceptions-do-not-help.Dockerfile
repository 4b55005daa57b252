# ignorefile: bin, !README.md
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3003 6-17
COPY bin/Web.dll /app/
