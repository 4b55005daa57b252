FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN cd /src && dotnet build
RUN cd /src; dotnet build
RUN cd /src || exit 1
