FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5001 1-4
ADD --chown=1654 --link publish/ \
    # the settings too
    appsettings.json /app/
# expect DG5001 1-4
add a.zip /app/
# expect DG5001 9-12
ONBUILD ADD ["a b.json", "/app/"]
