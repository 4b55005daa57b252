FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2002 5-34
ENV ASPNETCORE_HTTP_PORTS=80;8080
