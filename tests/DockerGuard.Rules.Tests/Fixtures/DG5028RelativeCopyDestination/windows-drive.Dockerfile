# escape=`
FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025
COPY a C:\app\
COPY a \app\
