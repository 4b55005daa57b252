FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG3001 5-42
ARG NuGetPackageSourceCredentials_contoso
# expect DG3001 5-38
ARG VSS_NUGET_EXTERNAL_FEED_ENDPOINTS
# expect DG3001 5-14
ARG AZURE_PAT
