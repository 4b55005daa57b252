FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get remove -y curl && apt-get autoremove -y
