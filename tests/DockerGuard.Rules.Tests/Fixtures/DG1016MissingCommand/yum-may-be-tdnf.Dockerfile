FROM mcr.microsoft.com/dotnet/aspnet:8.0-azurelinux3.0
RUN yum install -y curl
