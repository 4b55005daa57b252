FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG5004 66-71
FROM --platform=linux/arm64 mcr.microsoft.com/dotnet/sdk:10.0 AS build
