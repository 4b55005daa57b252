FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PORT=5000:8080
# expect DG5016 8-13
EXPOSE $PORT
