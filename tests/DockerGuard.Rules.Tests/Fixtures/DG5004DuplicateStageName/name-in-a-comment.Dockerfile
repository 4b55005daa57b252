FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build
RUN echo FROM x AS build
