FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 17-23
RUN apt-get -qq update \
    && apt-get install -y --no-install-recommends \
        tzdata \
    # this leaves the lists
    && apt-get clean

USER $APP_UID
