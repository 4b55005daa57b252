FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
RUN echo from copy \
  run && true
LABEL run=copy
