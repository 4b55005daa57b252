FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS aspnet8.0
FROM aspnet8.0
