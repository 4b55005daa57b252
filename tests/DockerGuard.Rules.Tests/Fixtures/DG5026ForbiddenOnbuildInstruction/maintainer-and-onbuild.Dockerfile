FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5026 9-19
ONBUILD maintainer Anna
# expect DG5026 9-16
ONBUILD ONBUILD RUN ls
