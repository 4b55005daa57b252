# policy: trusted=MCR.Microsoft.com
FROM mcr.microsoft.com/dotnet/aspnet:10.0
