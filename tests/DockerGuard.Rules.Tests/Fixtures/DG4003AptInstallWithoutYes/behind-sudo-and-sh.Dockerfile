FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 18-25
RUN sudo apt-get install --no-install-recommends tzdata
# expect DG4003 22-29
RUN bash -c "apt-get install --no-install-recommends curl"
# expect DG4003 34-41
RUN cat packages | xargs apt-get install --no-install-recommends
