FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt=1 && ./apt.sh
