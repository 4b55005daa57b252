FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-cache policy && apt-mark hold tzdata && apt-key list && apt-config dump
