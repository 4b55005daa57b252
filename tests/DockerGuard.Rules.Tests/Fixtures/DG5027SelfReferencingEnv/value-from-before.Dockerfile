FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VERSION=1
ENV VERSION=2 OLD=$VERSION
