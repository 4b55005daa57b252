FROM mcr.microsoft.com/dotnet/aspnet:10.0
EXPOSE 80
USER root
