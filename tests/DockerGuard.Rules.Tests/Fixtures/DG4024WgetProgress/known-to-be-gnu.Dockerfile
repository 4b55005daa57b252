FROM debian:13 AS tools
# expect DG4024 5-9
RUN wget https://example.com/tool.tar.gz
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    # the tool
# expect DG4024 8-12
    && wget -O /tmp/tool.tar.gz \
        https://example.com/tool.tar.gz
