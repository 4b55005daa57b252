FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG1016 5-12
RUN apt-get update && apt-get install -y curl
