# policy: profile=buildkit
FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN dotnet restore \

# expect DG5007 18-18
    --locked-mode
