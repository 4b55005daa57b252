FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG5004 46-51
FROM mcr.microsoft.com/dotnet/aspnet:10.0 as Build
# expect DG5004 17-22
FROM scratch AS BUILD
