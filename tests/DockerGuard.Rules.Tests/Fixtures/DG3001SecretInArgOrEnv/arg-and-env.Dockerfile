FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG3001 5-15
ARG FEED_TOKEN
# expect DG3001 5-16
# expect DG3001 32-41
ENV DB_PASSWORD=hunter2 TZ=UTC MY_SECRET=x
