FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5016 8-29
# expect DG5016 30-45
EXPOSE 127.0.0.1:80:8080/udp [::1]:8082:8083
