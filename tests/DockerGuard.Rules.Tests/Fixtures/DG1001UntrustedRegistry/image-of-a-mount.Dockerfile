# policy: trusted=mcr.microsoft.com
FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG1001 13-65
RUN --mount=type=bind,from=quay.io/contoso/tools:2,target=/tools /tools/check
