# policy: today=2026-11-10
FROM mcr.microsoft.com/dotnet/aspnet:8.0
