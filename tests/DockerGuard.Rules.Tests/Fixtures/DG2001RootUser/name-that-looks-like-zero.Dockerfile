FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER 0x0
