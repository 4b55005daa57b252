FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get --no-install-recommends install -y tzdata && apt-get install -y tzdata --no-install-recommends
