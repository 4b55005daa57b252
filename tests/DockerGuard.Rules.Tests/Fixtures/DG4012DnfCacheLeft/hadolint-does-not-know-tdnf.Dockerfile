# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0
RUN tdnf install -y icu
