# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 13-20
# expect DG4003 60-67
RUN apt-get install --no-install-recommends a=1 && apt-get install --no-install-recommends b=1
