FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0 TZ=UTC
