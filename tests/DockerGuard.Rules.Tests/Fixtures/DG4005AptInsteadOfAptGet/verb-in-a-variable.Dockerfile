FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG VERB=update
# expect DG4005 5-8
RUN apt $VERB
