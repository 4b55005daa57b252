FROM mcr.microsoft.com/dotnet/aspnet:$TAG
