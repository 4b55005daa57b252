# expect DG1005 6-46
FROM mcr.microsoft.com/dotnet/core/aspnet:3.1
