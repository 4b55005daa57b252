FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN --mount=type=secret,id=feed_token,env=FEED_TOKEN dotnet restore
