# project: OutputType=Exe; TargetFramework=net10.0; Configuration=Debug; InvariantGlobalization=true
# release: InvariantGlobalization=
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /app
# expect DG7006 6-50
FROM mcr.microsoft.com/dotnet/runtime:10.0-alpine
COPY --from=build /app /app
