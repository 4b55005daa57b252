FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG DIR_ASSETS=assets/
# expect DG5010 6-16
COPY $DIR_ASSET /app/
