# policy: profile=hadolint; trusted=mcr.microsoft.com
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1001 13-26
COPY --from=ghcr.io/a/b:1 /a /a
# expect DG1001 13-51
RUN --mount=type=bind,from=ghcr.io/a/b:1,target=/b ls
# expect DG1001 6-18
FROM ubuntu:24.04
COPY --from=build /a /a
COPY --from=0 /a /a
