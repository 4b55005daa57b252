FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5015 8-16
# expect DG5015 26-39
EXPOSE 8080/TCP 8081/udp 9000-9010/Udp
