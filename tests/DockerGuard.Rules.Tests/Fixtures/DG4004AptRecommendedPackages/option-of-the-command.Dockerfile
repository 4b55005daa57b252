FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get -o APT::Install-Recommends=false install -y tzdata && apt-get install -oAPT::Install-Recommends=0 -y curl
