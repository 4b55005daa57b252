FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5025 33-37
COPY --chown=1654 a.json b.json /app
# expect DG5025 19-23
ADD c.json d.json data
