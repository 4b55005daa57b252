# project: MSBuildProjectFullPath=/repository/Prompt.csproj; TargetFramework=net10.0; OutputType=Library
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS pack
COPY . .
RUN dotnet pack -o /packages
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=pack /packages/*.nupkg .
