FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS base
RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes

FROM base
RUN apt-get update && apt-get install tzdata
