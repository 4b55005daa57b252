FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5007 20-21
RUN dotnet restore \

    --locked-mode
