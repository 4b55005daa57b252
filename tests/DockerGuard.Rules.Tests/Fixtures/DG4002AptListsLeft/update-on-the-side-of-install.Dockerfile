FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 13-20
RUN apt-get install --update -y --no-install-recommends tzdata
