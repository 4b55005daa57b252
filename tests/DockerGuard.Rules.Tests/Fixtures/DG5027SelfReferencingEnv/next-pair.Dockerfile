FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5027 36-48
ENV TOOLS=/opt/tools PATH_OF_TOOLS="$TOOLS/bin"
