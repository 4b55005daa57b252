FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY a b
# expect DG5008 1-8
onbuild \
  run true
