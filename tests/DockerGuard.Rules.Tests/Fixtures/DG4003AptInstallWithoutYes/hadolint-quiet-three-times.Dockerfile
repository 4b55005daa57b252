# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 13-20
RUN apt-get install -qqq --no-install-recommends tzdata=1
