FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5024 13-28
# expect DG5024 29-38
EXPOSE 8080 65000-65536/tcp 99999/udp
