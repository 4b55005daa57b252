FROM mcr.microsoft.com/dotnet/aspire-dashboard:9.0
FROM mcr.microsoft.com/dotnet/monitor:8
