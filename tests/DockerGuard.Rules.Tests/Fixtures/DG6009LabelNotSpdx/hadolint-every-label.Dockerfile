# policy: profile=hadolint; schema=l:spdx
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6009 9-17
LABEL l=Freeware
# expect DG6009 9-28
LABEL l="MIT OR Apache-2.0"
# expect DG6009 9-12
LABEL l=mit
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=MIT
