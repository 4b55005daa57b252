FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER +1654:+0
