FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1013 13-33
RUN --mount=from=build,target=/x ls /x
