# policy: profile=buildkit
# ignorefile: bin, !README.md
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY bin/Web.dll /app/
