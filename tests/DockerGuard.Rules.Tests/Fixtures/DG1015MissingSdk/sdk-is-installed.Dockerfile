FROM mcr.microsoft.com/dotnet/aspnet:8.0
RUN apt-get update && apt-get install -y dotnet-sdk-8.0
RUN dotnet tool install -g dotnet-trace
