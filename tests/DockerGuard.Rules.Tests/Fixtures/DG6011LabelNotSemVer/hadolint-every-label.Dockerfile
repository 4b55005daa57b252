# policy: profile=hadolint; schema=l:semver
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6011 9-15
LABEL l=latest
# expect DG6011 9-15
LABEL l=v1.0.0
# expect DG6011 9-12
LABEL l=1.0
# expect DG6011 9-16
LABEL l=1.0.0.0
# expect DG6011 9-15
LABEL l=01.0.0
# expect DG6011 9-15
LABEL l=1.0.0-
# expect DG6011 9-17
LABEL l=1.0.0-01
# expect DG6011 9-15
LABEL l=1.0.0+
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=1.0.0
