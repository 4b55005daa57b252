# ignorefile: **/appsettings.*.json
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# expect DG3003 14-43
COPY Web.dll ./appsettings.Production.json .
