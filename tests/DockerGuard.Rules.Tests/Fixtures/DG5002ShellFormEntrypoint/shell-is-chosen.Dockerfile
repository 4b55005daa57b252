# escape=`
FROM mcr.microsoft.com/dotnet/aspnet:10.0-windowsservercore-ltsc2025
SHELL ["powershell", "-Command"]
ENTRYPOINT dotnet Web.dll
