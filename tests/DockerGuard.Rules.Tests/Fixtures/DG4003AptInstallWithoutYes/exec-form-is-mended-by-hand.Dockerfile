FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 18-25
RUN ["apt-get", "install", "--no-install-recommends", "tzdata"]
