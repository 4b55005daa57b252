FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
ENV PATH="/app:$PATH"
COPY publish /app
ENTRYPOINT ["Web"]
