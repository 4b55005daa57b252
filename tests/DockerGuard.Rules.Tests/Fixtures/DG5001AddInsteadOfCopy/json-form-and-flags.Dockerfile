FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5001 1-4
ADD --chown=1654:1654 ["Web.dll", "Web.deps.json", "/app/"]
