# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
CMD ["--one"]
# expect DG5011 1-4
CMD ["--two"]
