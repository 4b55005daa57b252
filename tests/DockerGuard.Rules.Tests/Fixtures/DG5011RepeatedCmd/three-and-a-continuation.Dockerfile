FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5011 1-4
#
CMD ["--one", \
     "--more"]
# expect DG5011 1-4
#
cmd ["--two"]
CMD ["--three"]
