FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL maintainer="web@contoso.com"
RUN echo MAINTAINER
