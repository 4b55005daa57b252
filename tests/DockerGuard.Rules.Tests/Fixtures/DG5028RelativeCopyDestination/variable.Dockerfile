FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG APP=/app
COPY a $APP
COPY a ${UNKNOWN}
