FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN dotnet restore \
    # only what the lock file says
    --locked-mode
