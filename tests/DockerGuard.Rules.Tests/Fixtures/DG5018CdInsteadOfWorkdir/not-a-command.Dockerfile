FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
RUN echo cd /src && abcd
# RUN cd /src
RUN ["echo", "cd"]
