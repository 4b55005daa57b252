FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG SERVICE
WORKDIR /app
COPY out/$SERVICE .
# expect DG1016 1-4
CMD dotnet $SERVICE.dll
