# policy: profile=hadolint; schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6008 9-18
LABEL l=yesterday
# expect DG6008 9-19
LABEL l=2026-11-22
# expect DG6008 9-31
LABEL l="2026-11-22 09:30:00Z"
# expect DG6008 9-29
LABEL l=2026-02-30T09:30:00Z
# expect DG6008 9-29
LABEL l=2026-11-22T24:30:00Z
# expect DG6008 9-28
LABEL l=2026-11-22T09:30:00
# expect DG6008 9-30
LABEL l=2026-11-22T09:30:00.Z
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=2026-11-22T09:30:00Z
