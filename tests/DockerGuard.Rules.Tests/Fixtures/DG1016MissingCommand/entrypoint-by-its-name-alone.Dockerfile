FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
WORKDIR /app
COPY publish .
# expect DG1016 13-18
ENTRYPOINT ["Web"]
