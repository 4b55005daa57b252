FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL channel=latest
RUN echo "FROM mcr.microsoft.com/dotnet/aspnet:latest"
