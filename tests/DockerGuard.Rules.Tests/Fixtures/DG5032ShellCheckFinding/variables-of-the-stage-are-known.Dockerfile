FROM mcr.microsoft.com/dotnet/sdk:10.0 AS base
ARG configuration
ENV folder=/src
FROM base
ARG version=1.0
RUN echo "$configuration $folder $version" $http_proxy
ONBUILD RUN echo "$folder"
