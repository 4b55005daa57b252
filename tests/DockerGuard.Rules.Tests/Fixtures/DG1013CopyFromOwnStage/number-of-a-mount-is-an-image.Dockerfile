FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN --mount=from=0,target=/x ls /x
