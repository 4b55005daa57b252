# project: OutputType=Exe; TargetFramework=net10.0; Configuration=Debug
# release: SelfContained=true; RuntimeIdentifier=linux-musl-x64; _SelfContainedWasSpecified=true
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -o /app
# expect DG7007 6-48
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
