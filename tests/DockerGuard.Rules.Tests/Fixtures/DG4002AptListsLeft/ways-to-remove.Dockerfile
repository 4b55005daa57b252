FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && rm -fr /var/lib/apt/lists
RUN apt-get update && rm --recursive --force /var/lib/apt/lists/
RUN apt-get update && find /var/lib/apt/lists -mindepth 1 -delete
RUN apt-get update && find /var/lib/apt/lists -type f -exec rm {} +
RUN apt-get update && rm -rf /tmp/* /var/lib/apt/*
RUN apt-get update && rm -rf /var/lib/{apt,cache,log}/*
RUN apt-get update && apt-get distclean
