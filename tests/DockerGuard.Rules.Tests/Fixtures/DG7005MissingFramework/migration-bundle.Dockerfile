# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . /src
RUN dotnet publish /src/src/Web -o /app/publish
FROM build AS bundle
RUN dotnet tool install --global dotnet-ef && \
    dotnet ef migrations bundle --project /src/src/Web --self-contained -r linux-x64 --output /app/efbundle
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0 AS migrator
COPY --from=bundle /app/efbundle ./efbundle
ENTRYPOINT ["./efbundle"]
