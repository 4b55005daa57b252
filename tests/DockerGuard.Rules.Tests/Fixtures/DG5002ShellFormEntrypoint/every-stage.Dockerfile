FROM mcr.microsoft.com/dotnet/sdk:10.0 AS dev
# expect DG5002 1-4
CMD dotnet watch
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5002 1-4
cmd exec dotnet Web.dll
