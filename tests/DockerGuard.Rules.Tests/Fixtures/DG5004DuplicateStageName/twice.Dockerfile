FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG5004 43-48
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
