FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 30-46
ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
