FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5018 5-12
RUN cd /src
# expect DG5018 22-29
RUN mkdir -p /app && cd /app
RUN <<SCRIPT
mkdir /data
# expect DG5018 1-9
cd /data
SCRIPT
# expect DG5018 13-20
ONBUILD RUN cd /src
