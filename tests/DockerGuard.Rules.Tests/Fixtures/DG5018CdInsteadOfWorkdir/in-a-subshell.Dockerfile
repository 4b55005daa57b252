FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN (cd client && npm ci) && dotnet build
RUN for d in a b; do cd "$d"; make; cd ..; done
RUN DIR=$(cd /src && pwd) && make -C "$DIR"
