FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG APT_FLAGS="-y --no-install-recommends"
RUN options="-qy"; apt-get install $options tzdata; apt-get install $APT_FLAGS curl; apt-get $UNKNOWN install wget
