FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS old
RUN mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN mkdir /data
