FROM mcr.microsoft.com/dotnet/sdk:10.0 AS restore
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1012 13-51
RUN --mount=type=bind,from=restor,target=/packages dotnet build
