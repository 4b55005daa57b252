# ignorefile: publish, !publish/Web.dll
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish/ /app/
COPY publish/Web.dll /app/
