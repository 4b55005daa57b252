FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 14-20
RUN aptitude update && aptitude install -y tzdata
# expect DG4002 13-19
RUN apt-get update && apt-get install -y --no-install-recommends curl
