FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1013 13-14
COPY --from=0 /app /out
# expect DG1013 13-18
COPY --from=BUILD /app /out
