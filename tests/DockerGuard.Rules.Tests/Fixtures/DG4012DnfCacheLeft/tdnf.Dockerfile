FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0
# expect DG4012 10-17
RUN tdnf install -y icu
