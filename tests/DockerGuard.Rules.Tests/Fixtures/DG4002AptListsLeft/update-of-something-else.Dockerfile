FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN echo apt-get update && dotnet workload update
