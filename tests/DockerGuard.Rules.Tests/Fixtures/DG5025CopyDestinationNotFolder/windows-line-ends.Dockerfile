FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --chown=1654 a.json \
    b.json \
# expect DG5025 5-9
    /app
