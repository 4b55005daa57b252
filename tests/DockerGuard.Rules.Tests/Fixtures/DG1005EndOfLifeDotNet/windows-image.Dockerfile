# escape=`
# expect DG1005 6-61
FROM mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022
