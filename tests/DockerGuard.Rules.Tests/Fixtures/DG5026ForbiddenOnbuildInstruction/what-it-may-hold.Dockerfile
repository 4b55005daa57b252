FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD COPY . /src
ONBUILD RUN ls
ONBUILD USER 1654
ONBUILD HEALTHCHECK NONE
