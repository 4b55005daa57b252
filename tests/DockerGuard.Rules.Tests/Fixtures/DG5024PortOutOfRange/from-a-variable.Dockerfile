FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PORT=80000
EXPOSE $PORT 8000-$PORT
