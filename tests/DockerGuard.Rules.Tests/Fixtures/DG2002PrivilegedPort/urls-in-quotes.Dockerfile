FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG2002 5-34
ENV ASPNETCORE_URLS="http://*:80"
USER 1654
