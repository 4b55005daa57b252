# policy: profile=hadolint
ARG OS=linux
# expect DG1008 17-20
FROM --platform=$OS mcr.microsoft.com/dotnet/sdk:10.0 AS linux
# expect DG1008 17-22
FROM --platform=linux mcr.microsoft.com/dotnet/sdk:10.0 AS linux2
FROM --platform=${BUILDPLATFORM:-} mcr.microsoft.com/dotnet/sdk:10.0
