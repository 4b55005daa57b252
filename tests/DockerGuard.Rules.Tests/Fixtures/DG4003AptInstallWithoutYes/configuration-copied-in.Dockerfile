FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
COPY 90yes /etc/apt/apt.conf.d/
RUN apt-get update && apt-get install tzdata
