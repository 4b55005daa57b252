FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5020 5-29
RUN ln -sf /bin/bash /bin/sh
RUN echo {a,b}
