FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 9-19
WORKDIR ${APP_DIR}
ARG APP_DIR=/app
