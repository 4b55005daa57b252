# ignorefile: bin, obj
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# expect DG3003 6-34
COPY bin/Release/net10.0/publish/ .
