FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
USER ContainerUser
