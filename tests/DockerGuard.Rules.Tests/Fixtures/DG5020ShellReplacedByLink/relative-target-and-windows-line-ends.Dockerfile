FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5020 9-38
  run   ln --symbolic -f bash /bin/sh
RUN echo
