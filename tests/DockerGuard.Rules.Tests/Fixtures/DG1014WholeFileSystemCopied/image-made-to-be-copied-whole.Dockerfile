FROM tonistiigi/xx:1.9.0 AS xx
FROM mcr.microsoft.com/dotnet/sdk:10.0
COPY --from=xx / /
COPY --from=tonistiigi/xx:1.9.0 / /
