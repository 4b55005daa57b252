# expect DG1010 29-85
FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
