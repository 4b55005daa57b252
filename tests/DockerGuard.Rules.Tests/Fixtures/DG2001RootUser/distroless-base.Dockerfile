FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0-distroless-extra
COPY publish/ /app
