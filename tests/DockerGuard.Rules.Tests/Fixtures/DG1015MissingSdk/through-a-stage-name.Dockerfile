ARG TAG=8.0
FROM mcr.microsoft.com/dotnet/runtime:$TAG AS base
USER 0
FROM base AS test
WORKDIR /src
COPY . .
# expect DG1015 5-27
RUN dotnet test --no-build && echo done
