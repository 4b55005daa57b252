# ignorefile: secrets
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG FOLDER=secrets
# expect DG3003 6-28
ADD ["$FOLDER/nuget.config", "/root/"]
