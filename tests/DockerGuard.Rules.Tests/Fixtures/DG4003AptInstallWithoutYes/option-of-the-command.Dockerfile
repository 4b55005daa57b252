FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get -o APT::Get::Assume-Yes=true install tzdata
