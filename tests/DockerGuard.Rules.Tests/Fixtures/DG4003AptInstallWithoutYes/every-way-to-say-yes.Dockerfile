FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get install -y a && apt-get -yq install b && apt-get install --yes c && apt-get --assume-yes install d
RUN apt-get install -qq a && apt-get install -q --quiet b && apt-get -q=2 install c && apt-get install -qqq d
