FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PORT=8080
EXPOSE $PORT ${PORT}/tcp
