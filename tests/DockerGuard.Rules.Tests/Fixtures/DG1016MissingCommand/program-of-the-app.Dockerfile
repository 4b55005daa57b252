FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY publish /app
ENTRYPOINT ["/app/Web"]
CMD ["serve"]
