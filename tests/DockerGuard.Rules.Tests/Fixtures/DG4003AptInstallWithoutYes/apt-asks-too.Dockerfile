FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 9-16
RUN apt install --no-install-recommends tzdata
