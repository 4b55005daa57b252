FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PORT
EXPOSE ${PORT:-8080}
