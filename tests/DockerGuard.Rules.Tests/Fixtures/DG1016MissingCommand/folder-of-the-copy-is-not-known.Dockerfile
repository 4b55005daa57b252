FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG TARGET
COPY tools $TARGET
RUN mkdir /data
