FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PROTOCOL=TCP
# expect DG5015 8-22
EXPOSE 8080/$PROTOCOL
