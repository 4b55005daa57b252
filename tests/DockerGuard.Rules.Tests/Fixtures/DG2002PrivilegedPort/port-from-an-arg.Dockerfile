FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG PORT=81
# expect DG2002 8-13
EXPOSE $PORT
