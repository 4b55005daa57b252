# escape=`
FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
WORKDIR C:\app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
WORKDIR c:/app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
WORKDIR \app
