arg VERSION=10.0
arg OTHER=1
FROM mcr.microsoft.com/dotnet/aspnet:$VERSION
