FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG ENVIRONMENT=Development
# expect DG2003 5-40
ENV ASPNETCORE_ENVIRONMENT=$ENVIRONMENT
