FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG RUNAS=web
# expect DG2007 6-12
USER $RUNAS
