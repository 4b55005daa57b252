# ignorefile: bin
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD COPY bin/ /app/
